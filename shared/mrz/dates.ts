const FULL = /^(\d\d)(\d\d)(\d\d)$/

function calendarDay(year: number, month: string, day: string): string | null {
  const text = `${year}-${month}-${day}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null
}

/**
 * A birth date of the zone (YYMMDD) as an ISO date: the latest such day that is not after `today` (ICAO 9303-3, 4.8 leaves the century
 * to the reader). Null when a part is unknown (fillers) or the day is in no calendar.
 */
export function birthDay(text: string, today: string): string | null {
  const [, year, month, day] = FULL.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100
  const here = calendarDay(century + Number(year), month, day)
  if (here !== null && here <= today) return here
  return calendarDay(century - 100 + Number(year), month, day)
}

/** A date of expiry (YYMMDD): within fifty years of `today`, since no document is valid for longer or has lapsed for as long. */
export function expiryDay(text: string, today: string): string | null {
  const [, year, month, day] = FULL.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const now = Number(today.slice(0, 4))
  const century = Math.floor(now / 100) * 100
  const years = [century - 100, century, century + 100].map((from) => from + Number(year))
  const nearest = years.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0] ?? now
  return calendarDay(nearest, month, day)
}
