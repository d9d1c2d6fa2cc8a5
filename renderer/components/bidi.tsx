import type { ReactNode } from 'react'
import { useBranchTime } from '../calls/use-branch-time.ts'
import { formatDate, formatDayAndMonth } from '../i18n/dates.ts'
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

/** An instant by the branch's clock; `exact` to the second, where the order of events matters. */
export function TimeText({ value, exact = false }: { value: string; exact?: boolean }) {
  const { time, exactTime } = useBranchTime()
  return (
    <bdi className={typography.date}>
      <time dateTime={value}>{exact ? exactTime(value) : time(value)}</time>
    </bdi>
  )
}
