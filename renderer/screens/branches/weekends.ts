/** The weekends that branches have somewhere, the most frequent first. */
const USUAL = [[6, 7], [5, 6], [4, 5], [5], [6], [7], []] as const

/** An empty value is no choice at all, so no weekend needs one of its own. */
const NO_WEEKEND = 'none'

/** A weekend as the value of a choice: `6,7`. */
export const weekendChoice = (days: readonly number[]) =>
  [...days].sort((one, other) => one - other).join(',') || NO_WEEKEND

/** The days of a choice, 1 for Monday. */
export const weekendOf = (choice: string) => (choice === NO_WEEKEND ? [] : choice.split(',').map(Number))

const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000
const weekday = (day: number) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (day - 1) * DAY_MS)

/** The weekends to choose from, with the present one, each by the names of its days; `none` is the word for no weekend. */
export function weekendOptions(present: readonly number[], none: string) {
  const choices = new Set([...USUAL.map(weekendChoice), weekendChoice(present)])
  return [...choices].map((value) => ({
    value,
    label: value === NO_WEEKEND ? none : weekendOf(value).map(weekday).join(', '),
  }))
}
