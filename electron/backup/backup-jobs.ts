import { type Kysely, sql } from 'kysely'
import type { DB } from '../db/tables.ts'
import type { Job, JobName } from '../../shared/contract/jobs.ts'
import type { OutsideJobs, OutsideWork } from '../jobs/run-outside.ts'
import { BackupEnded, type BackupFault, backupFaultOf } from './backup-fault.ts'
import type { Backups } from './backups.ts'
import { hasCopySince, hasDrillSince, isSetUp } from './due.ts'
import type { OnStep, Step } from './steps.ts'

/** Which of a work's steps begins at how many percent, and where the last one ends: reading a backup again takes longest. */
const PERCENT = {
  SEAL: [0, 2],
  COPY: [2, 100],
  READ: [2, 60],
  REPLAY: [60, 80],
  CHECK: [80, 100],
} as const satisfies Record<Step, readonly [number, number]>

/**
 * The jobs of the embedded server's backups that can be done now: none before a folder and a sheet are chosen, and no drill before the first
 * backup. Asked each time that somebody looks for work.
 */
export async function backupJobs(backups: Backups, db: Kysely<DB>): Promise<OutsideJobs> {
  const settings = await backups.settings.read()
  const { lastFull, fullWanted } = settings
  if (!isSetUp(settings)) return {}
  if (fullWanted) await sql`SELECT want_backup()`.execute(db)
  const BACKUP = takeCopy(backups)
  return lastFull === null ? { BACKUP } : { BACKUP, DRILL: runDrill(backups) }
}

/** They wait for a person's choice before that, and not for their time. */
export const BACKUP_JOBS: readonly JobName[] = ['BACKUP', 'DRILL']

/** The jobs as they stand where backups are not set up: what can never run is neither due nor late. */
export const beforeSetUp = (all: readonly Job[]): Job[] =>
  all.map((job) =>
    BACKUP_JOBS.includes(job.name) && job.state !== 'RUNNING'
      ? { ...job, state: 'NOT_SET_UP', nextAt: null, retryAt: null }
      : job,
  )

const takeCopy =
  (backups: Backups): OutsideWork =>
  (run, { progress, signal }) =>
    inWords(async () => {
      await backups.whenFree(signal)
      if (!run.asked && hasCopySince(await backups.settings.read(), run.period)) return
      await backups.takeNext(inPercent(progress), signal)
    })

const runDrill =
  (backups: Backups): OutsideWork =>
  (run, { progress, signal }) =>
    inWords(async () => {
      await backups.whenFree(signal)
      if (!run.asked && hasDrillSince(await backups.settings.read(), run.period)) return
      const { fault, faultDetails } = await backups.runDrill(inPercent(progress), signal)
      if (fault !== null) throw new BackupEnded(fault, faultDetails)
    })

/** Steps count files or bytes; a run counts up to a hundred. */
const inPercent =
  (progress: (done: number, total: number) => void): OnStep =>
  (step, done, of) => {
    const [from, to] = PERCENT[step]
    progress(Math.floor(from + (to - from) * (of === 0 ? 1 : Math.min(1, done / of))), 100)
  }

/** What is expected to happen to a backup, as the history of jobs says it. */
async function inWords(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const fault = backupFaultOf(error)
    throw fault === null ? error : new Error(wordsOf(fault), { cause: error })
  }
}

const wordsOf = ({ code, details = {} }: BackupFault): string =>
  [code, ...Object.values(details).filter((word) => word !== '')].join(' ')
