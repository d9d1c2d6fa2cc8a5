import { sql } from 'kysely'
import type { ProposedTerms } from '../../../shared/contract/products.ts'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fail } from '../../../shared/errors.ts'
import { parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Puts a new product, or other terms of one, before a second person. Sent twice, it is proposed once. */
export const proposeProduct: UseCase<'products', 'propose'> = async (input, { db }) => {
  const { key, productId, currency, product, terms } = input
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  const wrong = amountsOf(terms)
    .map((text) => parseNotNegative(text, currency))
    .find((amount) => !amount.ok)
  if (wrong?.ok === false) return wrong
  const change = { ...(product === null ? {} : { ...product, currency }), terms: plain(terms, currency) }
  await sql`SELECT propose_product(${key}, ${productId}, ${JSON.stringify(change)}::jsonb)`.execute(db)
  return ok({})
}

const amountsOf = ({
  minimumBalance,
  monthlyFee,
  feeWaivedFrom,
  rates,
  fees,
}: ProposedTerms): readonly string[] => [
  minimumBalance,
  monthlyFee,
  ...(feeWaivedFrom === null ? [] : [feeWaivedFrom]),
  ...rates.map(({ above }) => above),
  ...fees.flatMap(({ minimum, maximum, steps }) => [
    ...[minimum, maximum].filter((bound) => bound !== null),
    ...steps.flatMap(({ above, flat }) => [above, flat]),
  ]),
]

/** The same terms with every amount as the ledger writes it. */
function plain(terms: ProposedTerms, currency: string): ProposedTerms {
  const amount = (text: string) => {
    const parsed = parseNotNegative(text, currency)
    return parsed.ok ? toDecimal(parsed.value) : text
  }
  const bound = (text: string | null) => (text === null ? null : amount(text))
  return {
    ...terms,
    minimumBalance: amount(terms.minimumBalance),
    monthlyFee: amount(terms.monthlyFee),
    feeWaivedFrom: bound(terms.feeWaivedFrom),
    rates: terms.rates.map(({ above, rate }) => ({ above: amount(above), rate })),
    fees: terms.fees.map(({ type, minimum, maximum, steps }) => ({
      type,
      minimum: bound(minimum),
      maximum: bound(maximum),
      steps: steps.map(({ above, flat, percent }) => ({ above: amount(above), flat: amount(flat), percent })),
    })),
  }
}
