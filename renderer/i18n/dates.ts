const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const DAY_SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

// A date of the bank's calendar has no time zone, so it is read and written in UTC.
const inUtc = (isoDate: string) => new Date(`${isoDate}T00:00:00Z`)

/** `2026-11-22` → `22 Nov 2026`. */
export const formatDate = (isoDate: string) => DAY.format(inUtc(isoDate))

/** `2026-11-22` → `22 Nov`. */
export const formatDayAndMonth = (isoDate: string) => DAY_SHORT.format(inUtc(isoDate))

/** An instant in the workstation's own time zone: `22 Nov 2026, 10:44`. */
export const formatTime = (isoTime: string) => TIME.format(new Date(isoTime))
