import type { Kysely } from 'kysely'
import type { JobRun } from '../shared/contract/jobs.ts'
import type { DB } from '../electron/db/tables.ts'
import { runDue } from '../electron/jobs/run-due.ts'
import type { Surroundings } from './command.ts'

/** Runs what is due and says how far each job is. Answers the runs as they ended. */
export async function runDueJobs(
  db: Kysely<DB>,
  name: string | null,
  { say, progress, signal }: Surroundings,
): Promise<JobRun[]> {
  const runs = new Map<string, JobRun>()
  const onPortion = (run: JobRun) => {
    runs.set(run.id, run)
    if (run.status === 'RUNNING') progress(run.done, run.total ?? run.done, run.job)
    if (run.status === 'FAILED') say(`${run.job} failed: ${run.error}`)
  }
  await runDue(db, name, { onPortion, signal })
  return [...runs.values()]
}
