import type { Product } from '../../../shared/contract/products.ts'
import { fromLedger } from '../../../shared/money.ts'
import { decimalSign, typedMoney } from '../../i18n/amounts.ts'
import { isNothing, shortDecimal } from './percent.ts'
import type { TermsFields } from './terms-schema.ts'

/** A new product, of the branch's currency, that begins on a day. */
export const blankProduct = (currency: string, validFrom: string): TermsFields => ({
  name: '',
  accountType: 'SAVINGS',
  currency,
  validFrom,
  dayCount: 'ACT_365F',
  minimumBalance: '',
  rates: [],
  overdraftRate: '',
  monthlyFee: '',
  feeWaivedFrom: '',
  dormantAfter: '',
  fees: [],
})

const percent = (text: string) => (isNothing(text) ? '' : shortDecimal(text).replace('.', decimalSign()))

/** The latest terms of a product as the fields hold them, to be changed from a day on. */
export function fieldsOf(product: Product, validFrom: string): TermsFields {
  const { name, accountType, currency } = product
  const [terms] = product.terms
  if (terms === undefined) return { ...blankProduct(currency, validFrom), name, accountType }
  const amount = (text: string) => (isNothing(text) ? '' : typedMoney(fromLedger(text, currency)))
  return {
    name,
    accountType,
    currency,
    validFrom,
    dayCount: terms.dayCount,
    minimumBalance: amount(terms.minimumBalance),
    rates: terms.rates.map(({ above, rate }) => ({ above: amount(above), rate: percent(rate) })),
    overdraftRate: percent(terms.overdraftRate),
    monthlyFee: amount(terms.monthlyFee),
    feeWaivedFrom: amount(terms.feeWaivedFrom ?? '0'),
    dormantAfter: terms.dormantAfter === null ? '' : String(terms.dormantAfter),
    fees: terms.fees.flatMap(({ type, minimum, maximum, steps }) =>
      steps.map((step, n) => ({
        type,
        above: amount(step.above),
        flat: amount(step.flat),
        percent: percent(step.percent),
        minimum: n === 0 && minimum !== null ? amount(minimum) : '',
        maximum: n === 0 && maximum !== null ? amount(maximum) : '',
      })),
    ),
  }
}
