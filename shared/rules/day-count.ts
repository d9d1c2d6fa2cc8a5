import {
  calendarDay,
  type CalendarDay,
  daysInLeapYearsBefore,
  endsFebruary,
  leapDaysUpTo,
  yearsLater,
} from './calendar-day.ts'

/** A number as numerator and denominator, not necessarily in lowest terms. The denominator is positive. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint }

type Count = (start: CalendarDay, end: CalendarDay) => number
type Convention = { readonly days: Count; readonly year: (start: CalendarDay, end: CalendarDay) => Fraction }

const fraction = (numerator: number, denominator: number): Fraction => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
})

const actual: Count = (start, end) => end.number - start.number
const leapDaysWithin: Count = (start, end) => leapDaysUpTo(end) - leapDaysUpTo(start)
const withoutLeapDays: Count = (start, end) => actual(start, end) - leapDaysWithin(start, end)

/** Every month has thirty days; conventions differ in what they make of a 31st and of the end of February. */
const thirty =
  (first: (start: CalendarDay) => number, last: (end: CalendarDay, first: number) => number): Count =>
  (start, end) =>
    360 * (end.year - start.year) + 30 * (end.month - start.month) + last(end, first(start)) - first(start)

const upToThirty = ({ day }: CalendarDay) => Math.min(day, 30)
const februaryHasThirty = (date: CalendarDay) => (endsFebruary(date) ? 30 : upToThirty(date))
const thirtyAfterThirty = ({ day }: CalendarDay, first: number) => (day === 31 && first === 30 ? 30 : day)

const over = (days: Count, denominator: number, parts = 1): Convention => ({
  days,
  year: (start, end) => fraction(parts * days(start, end), denominator),
})

/**
 * Day counts: how many days, and what part of a year, lie from one day (included) to another (not included). Sources: 2006 ISDA
 * Definitions, section 4.16, for ACT_ACT_ISDA, ACT_365F, ACT_360, THIRTY_360_ISDA and THIRTY_E_360; OpenGamma Strata for the
 * rest. `migrations/code/common/day-count.sql` decides by the same rules.
 */
const CONVENTIONS = {
  ONE_ONE: over(() => 1, 1),
  ACT_ACT_ISDA: { days: actual, year: actualActual },
  ACT_ACT_AFB: { days: actual, year: wholeYearsBack },
  ACT_ACT_YEAR: { days: actual, year: wholeYearsOn },
  ACT_365_ACTUAL: {
    days: actual,
    year: (start, end) => fraction(actual(start, end), leapDaysWithin(start, end) > 0 ? 366 : 365),
  },
  ACT_360: over(actual, 360),
  ACT_364: over(actual, 364),
  ACT_365F: over(actual, 365),
  ACT_365_25: over(actual, 1461, 4),
  NL_360: over(withoutLeapDays, 360),
  NL_365: over(withoutLeapDays, 365),
  THIRTY_360_ISDA: over(thirty(upToThirty, thirtyAfterThirty), 360),
  THIRTY_360_PSA: over(thirty(februaryHasThirty, thirtyAfterThirty), 360),
  THIRTY_E_360: over(thirty(upToThirty, upToThirty), 360),
  THIRTY_E_365: over(thirty(februaryHasThirty, februaryHasThirty), 365),
  // A 31st at the end is the 1st of the next month, and so one more than the 30th.
  THIRTY_EPLUS_360: over(
    thirty(upToThirty, ({ day }) => day),
    360,
  ),
} satisfies Record<string, Convention>

export type DayCount = keyof typeof CONVENTIONS
export const DAY_COUNTS = Object.keys(CONVENTIONS)
const conventions: Readonly<Record<string, Convention | undefined>> = CONVENTIONS
export const isDayCount = (name: string): name is DayCount => conventions[name] !== undefined

/** Days from one ISO 8601 date to another that is not earlier; an earlier one is a bug and throws. */
export function daysBetween(dayCount: DayCount, from: string, to: string): number {
  return CONVENTIONS[dayCount].days(...inOrder(from, to))
}

/** The part of a year, exactly, from one ISO 8601 date to another that is not earlier; an earlier one is a bug and throws. */
export function yearFraction(dayCount: DayCount, from: string, to: string): Fraction {
  return CONVENTIONS[dayCount].year(...inOrder(from, to))
}

function inOrder(from: string, to: string): [CalendarDay, CalendarDay] {
  if (to < from) throw new RangeError(`A day count from ${from} to ${to} goes backwards`)
  return [calendarDay(from), calendarDay(to)]
}

/** Days in leap years by 366 and the others by 365. */
function actualActual(start: CalendarDay, end: CalendarDay): Fraction {
  const inLeapYears = daysInLeapYearsBefore(end) - daysInLeapYearsBefore(start)
  return fraction(366 * (actual(start, end) - inLeapYears) + 365 * inLeapYears, 365 * 366)
}

/** Whole years counted back from the end; the rest by 366 where it holds a 29th of February (Association française des banques, 1994). */
function wholeYearsBack(start: CalendarDay, end: CalendarDay): Fraction {
  const most = end.year - start.year
  const years = yearsLater(end, -most).number >= start.number ? most : most - 1
  const rest = yearsLater(end, -years)
  const holdsLeapDay = leapDaysBefore(rest) > leapDaysBefore(start)
  return withYears(years, actual(start, rest), holdsLeapDay ? 366 : 365)
}

const leapDaysBefore = (date: CalendarDay) => leapDaysUpTo(date) - Number(date.month === 2 && date.day === 29)

/** Whole years counted on from the start; the rest by the length of the year that it is part of. */
function wholeYearsOn(start: CalendarDay, end: CalendarDay): Fraction {
  const most = end.year - start.year
  const years = Math.max(0, yearsLater(start, most).number < end.number ? most : most - 1)
  const rest = yearsLater(start, years)
  return withYears(years, actual(rest, end), actual(rest, yearsLater(rest, 1)))
}

const withYears = (years: number, days: number, year: number) => fraction(years * year + days, year)
