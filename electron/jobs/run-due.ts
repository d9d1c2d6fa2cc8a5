import { type Kysely, sql } from 'kysely'
import type { JobRun } from '../../shared/contract/jobs.ts'
import { retryCollisions } from '../db/in-transaction.ts'
import type { DB } from '../db/tables.ts'

export type Told = {
  /** A portion is done: the run as it stands, and whether it has ended. */
  readonly onPortion?: (run: JobRun) => void
  readonly signal: AbortSignal
}

/**
 * Does what is due in the database, portion by portion, each its own transaction, until nothing is left or it is to stop: all, or one job.
 * All on one connection: the server knows by it that whoever began a run is still there.
 */
export const runDue = (db: Kysely<DB>, name: string | null, told: Told): Promise<void> =>
  db.connection().execute(async (one) => {
    while (!told.signal.aborted) {
      const run = await doPortion(one, name)
      if (run === null) return
      told.onPortion?.(run)
    }
  })

async function doPortion(db: Kysely<DB>, name: string | null): Promise<JobRun | null> {
  const step = sql<{ run: JobRun | null }>`SELECT run_due_job(${name}) AS run`
  const { rows } = await retryCollisions(() => step.execute(db))
  return rows[0]?.run ?? null
}
