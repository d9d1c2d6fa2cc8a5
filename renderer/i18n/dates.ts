import { branchTime } from '../../shared/rules/branch-time.ts'

// Months are written out: 03/04 is March to one reader and April to the next.
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const DAY_SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

// A date of the bank's calendar has no time zone, so it is read and written in UTC.
const inUtc = (isoDate: string) => new Date(`${isoDate}T00:00:00Z`)

/** `2026-11-22` → `22 Nov 2026`. */
export const formatDate = (isoDate: string) => DAY.format(inUtc(isoDate))

/** `2026-11-22` → `22 Nov`. */
export const formatDayAndMonth = (isoDate: string) => DAY_SHORT.format(inUtc(isoDate))

/** An instant by the branch's clock: `22 Nov 2026, 10:44 +01:00`. */
export function formatTime(isoTime: string, timeZone: string): string {
  const { date, time, offset } = branchTime(new Date(isoTime), timeZone)
  return `${formatDate(date)}, ${time.slice(0, 5)} ${offset}`
}

/** Keeps the offset on the line of its time: `+01:00` alone on the next line belongs to nothing. */
export const withOffsetBeside = (time: string) => time.replace(/ (?=[+-]\d\d:\d\d$)/, '\u00A0')

/** The same to the second: `22 Nov 2026, 10:44:05 +01:00`. */
export function formatExactTime(isoTime: string, timeZone: string): string {
  const { date, time, offset } = branchTime(new Date(isoTime), timeZone)
  return `${formatDate(date)}, ${time} ${offset}`
}
