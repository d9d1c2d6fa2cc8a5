import type { NotReady, PrintStop } from '../../../shared/printer-faults.ts'
import { FIRST_FAILURE, type IppAnswer, NOT_FOUND } from './ipp.ts'

export const QUEUE_WANTED = ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs']
export const JOB_WANTED = ['job-state', 'job-state-reasons']

// RFC 8011, 5.4.11 and 5.3.7.
const QUEUE_STOPPED = 5
const JOB = { stopped: 6, cancelled: 7, aborted: 8, completed: 9 }

type Trouble = Extract<NotReady, PrintStop>

const REASONS: readonly (readonly [RegExp, Trouble])[] = [
  [/^(cover|door|interlock)-open/, 'COVER_OPEN'],
  [/^media-jam/, 'JAMMED'],
  [/^media-(empty|needed)/, 'PAPER_OUT'],
  [/^(offline|shutdown|timed-out)/, 'OFFLINE'],
]

/** What a printer says that is wrong; a mere warning is not, such as that paper will soon be out. */
function troubleOf(answer: IppAnswer): Trouble | null {
  const reasons = (answer.attributes.get('printer-state-reasons') ?? []).filter(
    (reason) => !String(reason).endsWith('-warning'),
  )
  return REASONS.find(([pattern]) => reasons.some((reason) => pattern.test(String(reason))))?.[1] ?? null
}

const isStopped = ({ attributes }: IppAnswer) => attributes.get('printer-state')?.[0] === QUEUE_STOPPED

/** Why a queue does not print now; null where it does. */
export function whyNotReady(answer: IppAnswer | null): NotReady | null {
  if (answer === null) return 'SILENT'
  if (answer.status >= FIRST_FAILURE) return answer.status === NOT_FOUND ? 'GONE' : 'SILENT'
  const isAccepting = answer.attributes.get('printer-is-accepting-jobs')?.[0] !== false
  return troubleOf(answer) ?? (isStopped(answer) || !isAccepting ? 'DISABLED' : null)
}

/** What came of a job, or null while it is under way. */
export function endOfJob(job: IppAnswer): PrintStop | 'PRINTED' | null {
  const state = job.attributes.get('job-state')?.[0]
  const reasons = job.attributes.get('job-state-reasons') ?? []
  if (job.status >= FIRST_FAILURE) return 'SILENT'
  if (state === JOB.cancelled) return 'CANCELLED'
  if (state === JOB.aborted) return 'FAILED'
  if (state === JOB.completed) return reasons.includes('job-completed-with-errors') ? 'FAILED' : 'PRINTED'
  return null
}

/** Why a job that is under way gets no further. */
export const whyStuck = (queue: IppAnswer): PrintStop | null =>
  troubleOf(queue) ?? (isStopped(queue) ? 'DISABLED' : null)
