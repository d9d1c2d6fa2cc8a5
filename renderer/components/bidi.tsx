import type { ReactNode } from 'react'
import { formatDate, formatDayAndMonth, formatTime } from '../i18n/dates.ts'
import typography from '../theme/typography.module.css'

/** Keeps an identifier in one piece and in its own direction, also within right-to-left text. */
export function Identifier({ children }: { children: ReactNode }) {
  return (
    <bdi className={typography.identifier} dir="ltr">
      {children}
    </bdi>
  )
}

/** A calendar date; `short` leaves the year out where a whole column has the same one. */
export function DateText({ value, short = false }: { value: string; short?: boolean }) {
  return (
    <bdi className={typography.date}>
      <time dateTime={value}>{short ? formatDayAndMonth(value) : formatDate(value)}</time>
    </bdi>
  )
}

export function TimeText({ value }: { value: string }) {
  return (
    <bdi className={typography.date}>
      <time dateTime={value}>{formatTime(value)}</time>
    </bdi>
  )
}
