/** The weekends that branches have somewhere, the most frequent first. */
const USUAL = [[6, 7], [5, 6], [4, 5], [5], [6], [7], []] as const

/** A weekend as the value of a choice: `6,7`. */
export const weekendKey = (days: readonly number[]) => [...days].sort((one, other) => one - other).join(',')

export const weekendOf = (key: string) => key.split(',').filter(Boolean).map(Number)

const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000
const weekday = (day: number) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (day - 1) * DAY_MS)

/** The weekends to choose from, with the present one, each by the names of its days; `none` is the word for no weekend. */
export function weekendOptions(present: readonly number[], none: string) {
  const keys = new Set([...USUAL.map(weekendKey), weekendKey(present)])
  return [...keys].map((value) => ({
    value: value === '' ? NO_WEEKEND : value,
    label: value === '' ? none : weekendOf(value).map(weekday).join(', '),
  }))
}

/** An empty value is no choice at all, so no weekend needs one of its own. */
export const NO_WEEKEND = 'none'
