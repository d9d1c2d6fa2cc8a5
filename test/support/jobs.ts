import type { Kysely } from 'kysely'
import type { JobRun } from '../../shared/contract/jobs.ts'
import type { DB } from '../../electron/db/tables.ts'
import { runDue } from '../../electron/jobs/run-due.ts'
import type { TestDatabase } from './database.ts'

/** Does what is due, as a workstation without anybody signed in; answers each portion. */
export async function doWhatIsDue(db: Kysely<DB>, name: string | null = null): Promise<JobRun[]> {
  const portions: JobRun[] = []
  const { signal } = new AbortController()
  await runDue(db, name, { signal, onPortion: (run) => void portions.push(run) })
  return portions
}

/** As if so much time had passed: every period of every job begins that much earlier. */
export const letPass = ({ superuser }: TestDatabase, time: string) =>
  superuser.query(
    'UPDATE corex.jobs SET anchor = anchor - $1::interval, retry_at = retry_at - $1::interval',
    [time],
  )

/** The runs of a job, the oldest first. */
export async function runsOf({ superuser }: TestDatabase, job: string) {
  const { rows } = await superuser.query<{
    period: number
    attempt: number
    status: string
    done: number
    error: string | null
  }>(
    `SELECT period::int, attempt, status, done::int, error FROM corex.job_attempts WHERE job = $1 ORDER BY id`,
    [job],
  )
  return rows
}
