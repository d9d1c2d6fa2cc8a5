import type { TFunction } from 'i18next'
import type { Job, JobName, JobRun } from '../../../shared/contract/jobs.ts'
import { branchTime } from '../../../shared/rules/branch-time.ts'
import { formatDayAndMonth } from '../../i18n/dates.ts'
import type { Tone } from '../../components/status-badge.tsx'

export const TONES: Readonly<Record<Job['state'], Tone>> = {
  WAITING: 'ok',
  DUE: 'wait',
  OVERDUE: 'warn',
  RUNNING: 'wait',
  FAILED: 'bad',
  NOT_SET_UP: 'warn',
}

export const RUN_TONES: Readonly<Record<JobRun['status'], Tone>> = {
  DONE: 'ok',
  RUNNING: 'wait',
  FAILED: 'bad',
  CANCELLED: 'neutral',
  ABANDONED: 'warn',
}

/** Its time has come, and somebody will take it. */
export const isNow = ({ state, askedAt }: Job): boolean =>
  state === 'RUNNING' || state === 'DUE' || state === 'OVERDUE' || askedAt !== null

/** `22 Nov, 10:44` by the branch's clock: jobs are of these days. */
export function shortTime(isoTime: string, timeZone: string): string {
  const { date, time } = branchTime(new Date(isoTime), timeZone)
  return `${formatDayAndMonth(date)}, ${time.slice(0, 5)}`
}

type Often = { readonly key: 'everyMinutes' | 'everyHours' | 'everyDays'; readonly count: number }

/** A period in the largest unit that it is a whole number of. */
export function howOften(seconds: number): Often {
  if (seconds % 86_400 === 0) return { key: 'everyDays', count: seconds / 86_400 }
  if (seconds % 3_600 === 0) return { key: 'everyHours', count: seconds / 3_600 }
  return { key: 'everyMinutes', count: Math.round(seconds / 60) }
}

/** Those outside the database count in percent and not in things. */
const IN_PERCENT: ReadonlySet<JobName> = new Set(['BACKUP', 'DRILL'])

export function doneInWords({ job, done, total, status }: JobRun, t: TFunction<'jobs'>): string {
  if (IN_PERCENT.has(job)) return t('percent', { done: status === 'DONE' ? 100 : done })
  return total === null || status !== 'RUNNING'
    ? t('progressUnknown', { done })
    : t('progress', { done, total })
}

/** How much of a run is done, in percent; null while that is not known. */
export const percentOf = ({ done, total }: JobRun): number | null =>
  total === null || total === 0 ? null : (100 * done) / total
