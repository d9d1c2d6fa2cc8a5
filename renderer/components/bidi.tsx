import type { ReactNode } from 'react'

/** Keeps an identifier in one piece and in its own direction, also within right-to-left text. */
export function Identifier({ children }: { children: ReactNode }) {
  return (
    <bdi className="id" dir="ltr">
      {children}
    </bdi>
  )
}

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

/** `2026-11-22` → `22 Nov 2026`. A date of the bank's calendar has no time zone, so it is read and written in UTC. */
export const formatDate = (isoDate: string) => DAY.format(new Date(`${isoDate}T00:00:00Z`))

/** An instant in the workstation's own time zone: `22 Nov 2026, 10:44`. */
export const formatTime = (isoTime: string) => TIME.format(new Date(isoTime))

/** A calendar date; `short` leaves the year out where a whole column has the same one. */
export function DateText({ value, short = false }: { value: string; short?: boolean }) {
  return (
    <bdi className="date">
      <time dateTime={value}>
        {short ? DAY_SHORT.format(new Date(`${value}T00:00:00Z`)) : formatDate(value)}
      </time>
    </bdi>
  )
}

export function TimeText({ value }: { value: string }) {
  return (
    <bdi className="date">
      <time dateTime={value}>{formatTime(value)}</time>
    </bdi>
  )
}
