import { z } from 'zod'
import { CHARGED_POSTINGS, LOAN_METHODS, PRODUCT_DAY_COUNTS } from '../rules/product-terms.ts'
import { command, query } from './define.ts'
import { movesAmount } from './intent-words.ts'
import { AMOUNT_ERRORS } from './postings.ts'
import {
  amountText,
  balanceText,
  currency,
  customerAccountType,
  id,
  idempotencyKey,
  isoDate,
  nameText,
  nothing,
  shownOnSlip,
  transactionStatus,
} from './fields.ts'

/** The interest on the part of a balance above an amount, in per cent a year. */
export const rateBand = z.object({ above: balanceText, rate: balanceText })

/** What a posting of at least this amount costs: so much, and so many per cent of it. */
const feeStep = z.object({ above: balanceText, flat: balanceText, percent: balanceText })

/** The fee on postings of a type: by the last step that the amount reaches, never less or more than the limits. */
export const feeRule = z.object({
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
  /** What has to stand on the account at the end of each day of a month so that it costs no fee; null: each month costs one. */
  feeWaivedFrom: balanceText.nullable(),
  /** Months without a movement that the customer made, after which an account is dormant; null: never. */
  dormantAfter: z.number().int().nullable(),
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

/** Per cent as plain decimal text, up to 100 with four decimals. */
export const percentText = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,4})?$/, 'Per cent with up to four decimals')
  .refine((text) => Number(text) <= 100, 'At most 100 per cent')

const MOST_STEPS = 10

const proposedFee = z.object({
  type: z.enum(CHARGED_POSTINGS),
  minimum: amountText.nullable(),
  maximum: amountText.nullable(),
  steps: z
    .array(z.object({ above: amountText, flat: amountText, percent: percentText }))
    .min(1)
    .max(MOST_STEPS),
})

const proposedTerms = z.object({
  validFrom: isoDate,
  dayCount: z.enum(PRODUCT_DAY_COUNTS),
  minimumBalance: amountText,
  rates: z.array(z.object({ above: amountText, rate: percentText })).max(MOST_STEPS),
  overdraftRate: percentText,
  monthlyFee: amountText,
  feeWaivedFrom: amountText.nullable(),
  dormantAfter: z.number().int().min(1).max(240).nullable(),
  fees: z.array(proposedFee).max(CHARGED_POSTINGS.length),
})
export type ProposedTerms = z.infer<typeof proposedTerms>

const instalment = z.object({
  number: z.number().int(),
  dueOn: isoDate,
  principal: balanceText,
  interest: balanceText,
})

const loan = z.object({
  principal: balanceText,
  method: z.enum(LOAN_METHODS),
  paidOutOn: isoDate,
  owedPrincipal: balanceText,
  /** Interest that was charged and is not paid yet. */
  owedInterest: balanceText,
  /** What was due and is not paid, and since when. */
  arrears: balanceText,
  overdueSince: isoDate.nullable(),
  schedule: z.array(instalment.extend({ paid: z.boolean() })),
  /** The newest first, each split: interest that had been charged first, then principal. */
  payments: z.array(
    z.object({
      reference: z.string(),
      paidOn: isoDate,
      amount: balanceText,
      interest: balanceText,
      principal: balanceText,
    }),
  ),
})
export type Loan = z.infer<typeof loan>

const accountTerms = z.object({
  productName: z.string(),
  terms: productTerms,
  /** The last day whose interest is counted; null where none accrues. */
  accruedThrough: isoDate.nullable(),
  /** Interest that has accrued and is not posted, to six decimals: owed to the customer, and by the customer. */
  earned: balanceText,
  owed: balanceText,
  loan: loan.nullable(),
})
export type AccountTermsView = z.infer<typeof accountTerms>

const plannedInstalment = instalment.extend({ remaining: balanceText })
export type PlannedInstalment = z.infer<typeof plannedInstalment>

const plan = {
  accountId: id,
  currency,
  amount: amountText,
  method: z.enum(LOAN_METHODS),
  months: z.number().int().min(1).max(480),
  firstDue: isoDate,
}

/** PENDING: it waits for a second person, and with it the loan. */
const payoutView = z.object({ transactionId: id, status: transactionStatus })
export type PayoutView = z.infer<typeof payoutView>

const LOAN_ERRORS = [
  ...AMOUNT_ERRORS,
  'ACCOUNT_NOT_FOUND',
  'CURRENCY_NOT_SUPPORTED',
  'FIRST_DUE_WRONG',
  'LOAN_PAID_OUT',
  'OTHER_BRANCH',
] as const

export const products = {
  /** Every product, and the date by which the caller's branch says which terms are in force. */
  'products.list': query({
    input: nothing,
    output: z.object({ businessDate: isoDate, products: z.array(product) }),
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'],
    errors: [],
  }),
  /** What an account earns, costs and owes beside its balance. */
  'products.readAccount': query({
    input: z.object({ accountId: id }),
    output: accountTerms,
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    errors: ['ACCOUNT_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** The schedule that paying out would make today. */
  'products.previewLoan': query({
    input: z.object(plan),
    output: z.object({ schedule: z.array(plannedInstalment) }),
    roles: ['SUPERVISOR'],
    errors: LOAN_ERRORS,
  }),
  /** Pays a loan out onto another account of the same customer, within its agreed principal, and keeps its schedule. */
  'products.payOutLoan': command({
    input: z.object({ key: idempotencyKey, ...plan, toAccountId: id, shown: shownOnSlip }),
    moves: movesAmount('LOAN_PAYOUT'),
    output: payoutView,
    roles: ['SUPERVISOR'],
    errors: [
      ...LOAN_ERRORS,
      'ACCOUNT_CLOSED',
      'ACCOUNT_FROZEN',
      'BALANCE_TOO_LARGE',
      'BRANCH_DAY_CLOSED',
      'CURRENCY_MISMATCH',
      'CUSTOMER_BLOCKED',
      'INSUFFICIENT_FUNDS',
      'KEY_REUSED',
      'KYC_EXPIRED_BLOCKS',
      'LOAN_PAYOUT_WAITS',
    ],
  }),
  /** Puts a new product, or other terms of one from a later day on, before a second person. */
  'products.propose': command({
    input: z.object({
      key: idempotencyKey,
      productId: id,
      /** The currency of the amounts: that of the product. */
      currency,
      /** Of a new product; null for other terms of one. */
      product: z.object({ name: nameText(100), accountType: customerAccountType }).nullable(),
      terms: proposedTerms,
    }),
    output: nothing,
    roles: ['SUPERVISOR', 'ADMIN'],
    errors: [
      'PRODUCT_NOT_FOUND',
      'PRODUCT_NAME_TAKEN',
      'CURRENCY_NOT_SUPPORTED',
      'TERMS_TOO_EARLY',
      'TERMS_ON_SAME_DAY',
      'FEE_BOUNDS_CROSSED',
      'AMOUNT_NOT_A_NUMBER',
      'AMOUNT_NEGATIVE',
      'AMOUNT_TOO_PRECISE',
      'AMOUNT_TOO_LARGE',
      'KEY_REUSED',
    ],
  }),
}
