import { type Kysely, sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { Around, OnProgress } from '../../progress.ts'
import { underWay } from '../../under-way.ts'
import type { UseCase } from '../../workplace.ts'

/** Opens the branch's next business day: later than every day that stands, and at most the next working day. */
export const openDay: UseCase<'branches', 'openDay'> = async ({ businessDate }, { db, workplace }) => {
  await sql`SELECT open_branch_day(${businessDate}::date)`.execute(db)
  workplace.emit('session.changed', {})
  return ok({})
}

/**
 * Closes the open day with its interest and fees; every till has to be closed first. Ended before all of those are done, it leaves the day
 * open; what is done of them stays. The closing itself is one transaction, and is not ended.
 */
export const closeDay: UseCase<'branches', 'closeDay'> = ({ work }, context) =>
  underWay(work, context, async (around) => {
    const { db, workplace } = context
    await doJobsOfDay(db, around)
    around.onProgress(1, 1)
    await sql`SELECT close_branch_day()`.execute(db)
    workplace.emit('session.changed', {})
    return ok({})
  })

/** Accounts in the first call of a day's jobs, and in the fewest and most of a later one. */
const [FIRST, FEWEST, MOST] = [2_000, 500, 10_000] as const

type Work = 'INTEREST' | 'FEES' | 'CORRECTIONS'

/** How a part of the jobs stands: fees have to wait for it, it posts, or nothing of it is left. */
type State = 'ACCRUING' | 'POSTING' | 'DONE'

/**
 * Does the day's jobs: interest, and monthly fees beside it on a second connection as soon as no fee can change what interest comes to; then
 * the fees are put into the accruals.
 * What one call has done is done, also if the next one fails. Where one of both fails, the other stops after its call.
 */
export async function doJobsOfDay(db: Kysely<DB>, { onProgress, signal }: Around): Promise<void> {
  const tell = teller(db, onProgress)
  const goOn = (work: Work, goesOn: (state: State) => boolean) =>
    advance(db, work, async (state) => {
      await tell()
      signal.throwIfAborted()
      return goesOn(state)
    })
  await goOn('INTEREST', (state) => state === 'ACCRUING')
  const halt = new AbortController()
  const toItsEnd = async (work: Work) => {
    try {
      await goOn(work, (state) => state !== 'DONE' && !halt.signal.aborted)
    } catch (error) {
      halt.abort()
      throw error
    }
  }
  const ended = await Promise.allSettled([toItsEnd('INTEREST'), toItsEnd('FEES')])
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  await doNext(db, 'CORRECTIONS', FIRST)
}

/** Says how many accounts are done, of as many as were there at the first piece. */
function teller(db: Kysely<DB>, onProgress: OnProgress): () => Promise<void> {
  let of: number | null = null
  return async () => {
    const { rows } = await sql<{ jobs: { done: number; left: number } }>`
      SELECT read_day_jobs(${of === null}) AS jobs`.execute(db)
    const [row] = rows
    if (row === undefined) throw new Error('The database answered nothing of the jobs of the day')
    const { done, left } = row.jobs
    of ??= done + left
    // What came meanwhile is more than was counted; the last piece alone is the end.
    onProgress(Math.min(done, Math.max(of - 1, 0)), of)
  }
}

/**
 * Goes on with a part of the jobs in calls of a second or two, so that nobody is kept waiting for longer, and none on a slow machine reaches
 * the time that a statement has: each takes more accounts or fewer than the one before.
 */
async function advance(
  db: Kysely<DB>,
  work: Work,
  goesOn: (state: State) => Promise<boolean>,
): Promise<void> {
  for (
    let [accounts, state]: [number, State | null] = [FIRST, null];
    state === null || (await goesOn(state));
  ) {
    const since = performance.now()
    state = await doNext(db, work, Math.floor(accounts))
    accounts = nextNumber(accounts, performance.now() - since)
  }
}

function nextNumber(accounts: number, milliseconds: number): number {
  if (milliseconds > 2_000) return Math.max(FEWEST, accounts / 2)
  return milliseconds < 700 ? Math.min(MOST, accounts * 2) : accounts
}

async function doNext(db: Kysely<DB>, work: Work, accounts: number): Promise<State> {
  const { rows } = await sql<{
    state: State
  }>`SELECT prepare_day_close(${work}, ${accounts}) AS state`.execute(db)
  return rows[0]?.state ?? 'DONE'
}
