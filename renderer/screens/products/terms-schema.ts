import { z } from 'zod'
import type { CallInput } from '../../../shared/contract.ts'
import { percentText } from '../../../shared/contract/products.ts'
import { currency, customerAccountType, isoDate, nameText } from '../../../shared/contract/fields.ts'
import { CHARGED_POSTINGS, PRODUCT_DAY_COUNTS } from '../../../shared/rules/product-terms.ts'
import { typedAmount } from '../../components/form/typed-amount.ts'
import { decimalSign, readTypedNotNegative } from '../../i18n/amounts.ts'
import { i18n } from '../../i18n/i18n.ts'

/** Per cent as it is typed in the branch's number format; nothing typed is zero. */
const percent = z.string().transform((typed, context) => {
  const plain = typed.trim().replace(decimalSign(), '.') || '0'
  if (percentText.safeParse(plain).success) return plain
  context.addIssue({ code: 'custom', message: i18n.t('products:form.percentWrong') })
  return z.NEVER
})

/** Months as they are typed; nothing typed is never. */
const months = z.string().transform((typed, context) => {
  const plain = typed.trim()
  if (plain === '') return null
  if (/^\d{1,3}$/.test(plain) && Number(plain) >= 1 && Number(plain) <= 240) return Number(plain)
  context.addIssue({ code: 'custom', message: i18n.t('products:form.monthsWrong') })
  return z.NEVER
})

/** An amount as it is typed, in the currency of the product; nothing typed is zero. */
const amountIn = (code: string) =>
  typedAmount((typed) => readTypedNotNegative(typed.trim() === '' ? '0' : typed, code), code)

/** The fields of a proposal. `code` is the currency in which amounts are read. */
export const termsSchema = (code: string) =>
  z.object({
    name: nameText(100),
    accountType: customerAccountType,
    currency,
    validFrom: isoDate,
    dayCount: z.enum(PRODUCT_DAY_COUNTS),
    minimumBalance: amountIn(code),
    rates: z.array(z.object({ above: amountIn(code), rate: percent })),
    overdraftRate: percent,
    monthlyFee: amountIn(code),
    feeWaivedFrom: amountIn(code),
    dormantAfter: months,
    fees: z.array(
      z.object({
        type: z.enum(CHARGED_POSTINGS),
        above: amountIn(code),
        flat: amountIn(code),
        percent,
        minimum: amountIn(code),
        maximum: amountIn(code),
      }),
    ),
  })
export type TermsFields = z.input<ReturnType<typeof termsSchema>>
export type TypedTerms = z.output<ReturnType<typeof termsSchema>>

type Terms = CallInput<'products.propose'>['terms']

/** An amount that may be none; zero is none. */
export const bound = (amount: string) => (/[1-9]/.test(amount) ? amount : null)

/** The lines of fees as rules: those of one type are its steps, and the first of them has its limits. */
export const feesOf = (lines: TypedTerms['fees']): Terms['fees'] =>
  CHARGED_POSTINGS.map((type) => ({ type, own: lines.filter((line) => line.type === type) }))
    .filter(({ own }) => own.length > 0)
    .map(({ type, own }) => ({
      type,
      minimum: bound(own[0]?.minimum ?? '0'),
      maximum: bound(own[0]?.maximum ?? '0'),
      steps: own.map(({ above, flat, percent: part }) => ({ above, flat, percent: part })),
    }))
