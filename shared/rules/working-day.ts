/** So many days later, or earlier. Dates are ISO 8601. */
function shifted(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** By ISO 8601 Monday is 1 and Sunday 7. */
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

/** The nearest day after a date that is not in the weekend; latest_business_date() in SQL decides by the same rule. */
export const workingDayAfter = (date: string, weekend: readonly number[]) => nearest(date, 1, weekend)

/** The nearest one before it. */
export const workingDayBefore = (date: string, weekend: readonly number[]) => nearest(date, -1, weekend)

function nearest(date: string, step: 1 | -1, weekend: readonly number[]): string {
  const candidates = [1, 2, 3, 4, 5, 6, 7].map((days) => shifted(date, step * days))
  return candidates.find((day) => !weekend.includes(weekdayOf(day))) ?? shifted(date, step)
}
