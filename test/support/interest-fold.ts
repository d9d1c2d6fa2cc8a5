import { type DayCount, yearFraction } from '../../shared/rules/day-count.ts'

/** Interest as arithmetic says it, in whole numbers and without any rounding: what the database accrues is compared with it. */

/** An amount that an account's balance changes by, in minor units of two decimals, from a value date on. */
export type Movement = { readonly valueDate: string; readonly minor: bigint }

/** Rates as ten-thousandths of a per cent; amounts in minor units. */
export type FoldTerms = {
  readonly dayCount: DayCount
  readonly bands: readonly { readonly above: bigint; readonly rate: bigint }[]
  readonly overdraftRate: bigint
}

/** The least common multiple of the years that divide: 360, 365 and 366. */
const YEAR = 1_603_080n

function movedBy(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}
export const nextDay = (date: string) => movedBy(date, 1)
export const dayBefore = (date: string) => movedBy(date, -1)

/** A day in parts of a year: what the month up to its end counts, less what it counts up to its beginning. */
export function dayParts(dayCount: DayCount, day: string): bigint {
  const first = `${day.slice(0, 8)}01`
  const [after, before] = [nextDay(day), day].map((end) => yearFraction(dayCount, first, end))
  if (after === undefined || before === undefined) throw new Error('A day has a beginning and an end')
  return (after.numerator - before.numerator) * (YEAR / after.denominator)
}

function inBands(balance: bigint, bands: FoldTerms['bands']): bigint {
  let sum = 0n
  for (const [n, { above, rate }] of bands.entries()) {
    const upTo = bands[n + 1]?.above ?? balance
    const part = (balance < upTo ? balance : upTo) - above
    if (part > 0n) sum += part * rate
  }
  return sum
}

/** What accrues from one day to another (both included), in hundredths × ten-thousandths × YEARths. */
export function fold(movements: readonly Movement[], terms: FoldTerms, from: string, to: string) {
  let [earned, owed] = [0n, 0n]
  for (let day = from; day <= to; day = nextDay(day)) {
    const balance = movements.reduce(
      (sum, { valueDate, minor }) => (valueDate <= day ? sum + minor : sum),
      0n,
    )
    const parts = dayParts(terms.dayCount, day)
    earned += inBands(balance, terms.bands) * parts
    owed += balance < 0n ? -balance * terms.overdraftRate * parts : 0n
  }
  return { earned, owed }
}
