import type { TFunction } from 'i18next'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A document that has waited this long is late: a branch answers within a day. */
export const LATE_AFTER = DAY

/** How long it has waited, in words: `24 min`, `3 h 5 min`, `2 days`. */
export function ageInWords(t: TFunction<'documents'>, milliseconds: number): string {
  if (milliseconds < MINUTE) return t('age.now')
  if (milliseconds < HOUR) return t('age.minutes', { minutes: Math.floor(milliseconds / MINUTE) })
  if (milliseconds >= DAY) return t('age.days', { count: Math.floor(milliseconds / DAY) })
  return t('age.hours', {
    hours: Math.floor(milliseconds / HOUR),
    minutes: Math.floor((milliseconds % HOUR) / MINUTE),
  })
}
