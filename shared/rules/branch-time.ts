/**
 * Times of day are the branch's, wherever the workstation believes to be, and carry the offset from UTC: in the night in which
 * the clocks go back an hour comes twice.
 */
type Parts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>>

/** Building a format costs more than using it, and a list has hundreds of times. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  const clock = newClock(timeZone)
  clocks.set(timeZone, clock)
  return clock
}

/** A zone that the server knows and this computer does not is read as UTC: with its offset that is still true. */
function newClock(timeZone: string): Intl.DateTimeFormat {
  try {
    return clockIn(timeZone)
  } catch (error) {
    if (error instanceof RangeError) return clockIn('UTC')
    throw error
  }
}

const clockIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    timeZoneName: 'longOffset',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })

function partsOf(at: Date, timeZone: string): Parts & { readonly offset: string } {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    year: part('year').padStart(4, '0'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    offset: part('timeZoneName').replace('GMT', '') || '+00:00',
  }
}

const dateOf = ({ year, month, day }: Parts) => `${year}-${month}-${day}`

/** Today by the calendar of the branch, as `2026-11-22`: what local_date() is in the database. */
export const todayIn = (timeZone: string, now = new Date()): string => dateOf(partsOf(now, timeZone))

/** The date, the time to the second and the offset of an instant: `2026-11-22`, `10:44:05`, `+01:00`. */
export function branchTime(at: Date, timeZone: string) {
  const parts = partsOf(at, timeZone)
  const { hour, minute, second, offset } = parts
  return { date: dateOf(parts), time: `${hour}:${minute}:${second}`, offset }
}

/** An instant in ISO 8601 by the branch's clock, for other programs: `2026-11-22T10:44:05+01:00`. */
export function isoTimeIn(timeZone: string, at: Date): string {
  const { date, time, offset } = branchTime(at, timeZone)
  return `${date}T${time}${offset}`
}
