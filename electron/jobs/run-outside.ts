import { type Kysely, sql } from 'kysely'
import type { JobRun } from '../../shared/contract/jobs.ts'
import type { DB } from '../db/tables.ts'

/**
 * What a job outside the database does, such as a backup. It says how far it is, stops when the signal ends, because somebody stopped it or
 * another one has taken it over, and throws what failed. What it writes carries the number of the attempt.
 */
export type OutsideWork = (
  run: JobRun,
  around: { readonly progress: (done: number, total: number | null) => void; readonly signal: AbortSignal },
) => Promise<void>

export type OutsideJobs = Readonly<Record<string, OutsideWork>>

/** A lease lasts a minute: a beat that comes late by some is still in time. */
const BEAT_EVERY_MS = 10_000

/** Takes the first of these jobs that is due and does it. False where none is. */
export async function runOutside(
  db: Kysely<DB>,
  works: OutsideJobs,
  signal: AbortSignal,
  beatEvery = BEAT_EVERY_MS,
): Promise<boolean> {
  const names = Object.keys(works)
  if (names.length === 0) return false
  const { rows } = await sql<{ run: JobRun | null }>`SELECT take_outside_job(${names}) AS run`.execute(db)
  const run = rows[0]?.run ?? null
  const work = run === null ? undefined : works[run.job]
  if (run === null || work === undefined) return false
  await whileBeating(db, run, work, signal, beatEvery)
  return true
}

async function whileBeating(
  db: Kysely<DB>,
  run: JobRun,
  work: OutsideWork,
  stopping: AbortSignal,
  every: number,
): Promise<void> {
  const lease = new AbortController()
  const at = { done: 0, total: null as number | null }
  const beat = async () => {
    const { rows } = await sql<{ answer: string }>`
      SELECT beat_job(${run.id}, ${at.done}, ${at.total}) AS answer`.execute(db)
    if (rows[0]?.answer !== 'GO_ON') lease.abort(rows[0]?.answer)
  }
  // A beat that fails is no end: the server may be back before the lease is over, and the end says whose the run is.
  const timer = setInterval(() => void beat().catch(() => {}), every)
  try {
    const progress = (done: number, total: number | null) => void Object.assign(at, { done, total })
    await work(run, { progress, signal: AbortSignal.any([stopping, lease.signal]) })
    // What is done is done wholly: the last step of a work that turned out smaller than reckoned is not told.
    await end(db, run, at.total ?? at.done, null)
  } catch (error) {
    // Left to the next one that looks where the program ends: then it is ABANDONED, and nothing has failed.
    if (!stopping.aborted) await end(db, run, at.done, lease.signal.aborted ? null : whatFailed(error))
  } finally {
    clearInterval(timer)
  }
}

const whatFailed = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const end = (db: Kysely<DB>, run: JobRun, done: number, error: string | null) =>
  sql`SELECT end_outside_job(${run.id}, ${done}, ${error})`.execute(db)
