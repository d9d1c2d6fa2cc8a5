import { formatDate } from '../i18n/dates.ts'

/** What a typed date is: a day of the calendar, one of two days, or none that can be read. */
export type TypedDate =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly kind: 'unread' }

const UNREAD: TypedDate = { kind: 'unread' }

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const EIGHT_DIGITS = /^((?:1[89]|2\d)\d{2})(\d{2})(\d{2})$/
/** A point after the day is written where the day comes first. */
const WITH_POINTS = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/
/** Day first to one reader and month first to the next. */
const EITHER_ORDER = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/
const DAY_AND_WORD = /^(\d{1,2})\.? (\p{L}{3,})\.? (\d{4})$/u
const WORD_AND_DAY = /^(\p{L}{3,})\.? (\d{1,2}),? (\d{4})$/u

/** The months as the screens write them, by their first three letters. */
const MONTHS = Array.from({ length: 12 }, (_, n) =>
  (formatDate(`2026-${String(n + 1).padStart(2, '0')}-01`).split(' ')[1] ?? '').slice(0, 3).toLowerCase(),
)
const monthOf = (word: string) => String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1)

/** The day as the contract has it, such as `2026-11-26`; null when the calendar has no such day. */
function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && !year.startsWith('0')
    ? text
    : null
}

const asDay = (day: string | null): TypedDate => (day === null ? UNREAD : { kind: 'day', day })

/**
 * Reads a date as people type it: `2026-11-26`, `20261126`, `26.11.2026`, `26 Nov 2026`, `Nov 26, 2026`, and `26/11/2026` where only one
 * order gives a day of the calendar. `03/02/2026` is two days, and is not guessed; a year has four digits.
 */
export function readTypedDate(typed: string): TypedDate {
  const text = typed.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const yearFirst = YEAR_FIRST.exec(text) ?? EIGHT_DIGITS.exec(text)
  if (yearFirst !== null) return asDay(dayOf(yearFirst[1], yearFirst[2], yearFirst[3]))
  const points = WITH_POINTS.exec(text)
  if (points !== null) return asDay(dayOf(points[3], points[2], points[1]))
  const words = DAY_AND_WORD.exec(text)
  if (words !== null) return asDay(dayOf(words[3], monthOf(words[2] ?? ''), words[1]))
  const american = WORD_AND_DAY.exec(text)
  if (american !== null) return asDay(dayOf(american[3], monthOf(american[1] ?? ''), american[2]))
  return readEitherOrder(EITHER_ORDER.exec(text))
}

function readEitherOrder(match: RegExpExecArray | null): TypedDate {
  if (match === null) return UNREAD
  const [, first, second, year] = match
  const dayFirst = dayOf(year, second, first)
  const monthFirst = dayOf(year, first, second)
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst)
    return asDay(dayFirst ?? monthFirst)
  return { kind: 'ambiguous', readings: [dayFirst, monthFirst] }
}
