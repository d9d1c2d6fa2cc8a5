import { z } from 'zod'
import { CHARGED_POSTINGS, PRODUCT_DAY_COUNTS } from '../rules/product-terms.ts'
import { query } from './define.ts'
import { balanceText, currency, customerAccountType, id, isoDate, nothing } from './fields.ts'

/** The interest on the part of a balance above an amount, in per cent a year. */
const rateBand = z.object({ above: balanceText, rate: balanceText })

/** What a posting of at least this amount costs: so much, and so many per cent of it. */
const feeStep = z.object({ above: balanceText, flat: balanceText, percent: balanceText })

/** The fee on postings of a type: by the last step that the amount reaches, never less or more than the limits. */
const feeRule = z.object({
  type: z.enum(CHARGED_POSTINGS),
  minimum: balanceText.nullable(),
  maximum: balanceText.nullable(),
  steps: z.array(feeStep),
})
export type FeeRule = z.infer<typeof feeRule>

const productTerms = z.object({
  validFrom: isoDate,
  dayCount: z.enum(PRODUCT_DAY_COUNTS),
  minimumBalance: balanceText,
  /** Credit interest by bands; of a LOAN the interest that is paid. */
  rates: z.array(rateBand),
  overdraftRate: balanceText,
  monthlyFee: balanceText,
  fees: z.array(feeRule),
})
export type ProductTerms = z.infer<typeof productTerms>

const product = z.object({
  id,
  name: z.string(),
  accountType: customerAccountType,
  currency,
  /** The one that an account gets which is opened without naming a product. */
  standard: z.boolean(),
  /** The latest first: those that begin later, those in force, those that were. */
  terms: z.array(productTerms).min(1),
})
export type Product = z.infer<typeof product>

export const products = {
  /** Every product, and the date by which the caller's branch says which terms are in force. */
  'products.list': query({
    input: nothing,
    output: z.object({ businessDate: isoDate, products: z.array(product) }),
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'],
    errors: [],
  }),
}
