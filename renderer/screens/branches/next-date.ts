import { workingDayAfter, workingDayBefore } from '../../../shared/rules/working-day.ts'

export type DayProposal = {
  readonly date: string
  /** Set while the date is too far ahead: the day from which on it can be opened. */
  readonly from: string | null
}

/** The most likely next business date: today, or the next working day after the last one if that was today or later. */
export function proposeNextDate(last: string | null, today: string, weekend: readonly number[]): DayProposal {
  if (last === null || today > last) return { date: today, from: null }
  const date = workingDayAfter(last, weekend)
  const isTooFar = date > workingDayAfter(today, weekend)
  return { date, from: isTooFar ? workingDayBefore(date, weekend) : null }
}
