import type { SuspenseItem } from '../../../shared/contract/book-views.ts'
import { fromLedger, toDecimal } from '../../../shared/money.ts'

export const AGES = ['today', 'week', 'month', 'quarter', 'older'] as const
export type Age = (typeof AGES)[number]

/** The most days that belong to an age; the last one has no end. */
const MOST_DAYS: readonly (readonly [Age, number])[] = [
  ['today', 0],
  ['week', 7],
  ['month', 30],
  ['quarter', 90],
]

export const ageOf = (days: number): Age => MOST_DAYS.find(([, most]) => days <= most)?.[0] ?? 'older'

export type AgeSum = { readonly age: Age; readonly currency: string; readonly open: string }

/** What is open by age and currency: debits minus credits, the youngest age first. */
export function sumsByAge(items: readonly SuspenseItem[]): readonly AgeSum[] {
  const sums = new Map<string, bigint>()
  for (const { days, currency, side, open } of items) {
    const key = `${ageOf(days)} ${currency}`
    const { minor } = fromLedger(open, currency)
    sums.set(key, (sums.get(key) ?? 0n) + (side === 'DEBIT' ? minor : -minor))
  }
  const currencies = [...new Set(items.map(({ currency }) => currency))].sort()
  return AGES.flatMap((age) =>
    currencies.flatMap((currency) => {
      const minor = sums.get(`${age} ${currency}`)
      return minor === undefined ? [] : [{ age, currency, open: toDecimal({ minor, currency }) }]
    }),
  )
}
