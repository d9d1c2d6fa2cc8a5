/** A day of the calendar in parts, with its number: days since 1970-01-01. */
export type CalendarDay = {
  readonly number: number
  readonly year: number
  readonly month: number
  readonly day: number
}

const MS_A_DAY = 86_400_000

/** The day of an ISO 8601 date. */
export function calendarDay(date: string): CalendarDay {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { number: Date.parse(`${date}T00:00:00Z`) / MS_A_DAY, year, month, day }
}

export const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Leap years before this one, from year 1 on. */
const leapYearsBefore = (year: number) =>
  Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400)

/** How many 29ths of February there have been up to and including this day. */
export const leapDaysUpTo = ({ year, month, day }: CalendarDay) =>
  leapYearsBefore(year) + Number(isLeapYear(year) && (month > 2 || (month === 2 && day === 29)))

/** How many days before this one were in leap years. */
export function daysInLeapYearsBefore(date: CalendarDay): number {
  const sinceNewYear = date.number - calendarDay(iso(date.year, 1, 1)).number
  return 366 * leapYearsBefore(date.year) + (isLeapYear(date.year) ? sinceNewYear : 0)
}

/** The same day so many years later, or earlier; the 28th for a 29th of February that there is not. */
export function yearsLater({ year, month, day }: CalendarDay, years: number): CalendarDay {
  const clamped = month === 2 && day === 29 && !isLeapYear(year + years) ? 28 : day
  return calendarDay(iso(year + years, month, clamped))
}

export const endsFebruary = ({ year, month, day }: CalendarDay) =>
  month === 2 && day === (isLeapYear(year) ? 29 : 28)

const iso = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
