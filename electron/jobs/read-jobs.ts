import { type Kysely, sql } from 'kysely'
import type { Job, JobRun } from '../../shared/contract/jobs.ts'
import type { DB } from '../db/tables.ts'

/** Every job, its last run and its next one. Asks without anybody's being signed in, too. */
export async function readJobs(db: Kysely<DB>): Promise<Job[]> {
  const { rows } = await sql<{ job: Job }>`SELECT list_jobs() AS job`.execute(db)
  return rows.map(({ job }) => job)
}

/** The latest runs of a job, or of all, the newest first. */
export async function readRuns(db: Kysely<DB>, name: string | null, limit: number): Promise<JobRun[]> {
  const { rows } = await sql<{ run: JobRun }>`SELECT list_job_runs(${name}, ${limit}) AS run`.execute(db)
  return rows.map(({ run }) => run)
}
