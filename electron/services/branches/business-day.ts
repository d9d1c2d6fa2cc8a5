import { type Kysely, sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'

/** Opens the branch's next business day: later than every day that stands, and at most the next working day. */
export const openDay: UseCase<'branches', 'openDay'> = async ({ businessDate }, { db, workplace }) => {
  await sql`SELECT open_branch_day(${businessDate}::date)`.execute(db)
  workplace.emit('session.changed', {})
  return ok({})
}

/** Closes the open day with its interest and fees; every till has to be closed first. */
export const closeDay: UseCase<'branches', 'closeDay'> = async (_, { db, workplace }) => {
  await doJobsOfDay(db)
  await sql`SELECT close_branch_day()`.execute(db)
  workplace.emit('session.changed', {})
  return ok({})
}

/** Accounts in the first call of a day's jobs, and in the fewest and most of a later one. */
const [FIRST, FEWEST, MOST] = [2_000, 500, 10_000] as const

/**
 * Does the day's jobs in calls of a second or two, so that nobody is kept waiting for longer, and none on a slow machine reaches the time
 * that a statement has: each takes more accounts or fewer than the one before. What one call has done is done, also if the next one fails.
 */
export async function doJobsOfDay(db: Kysely<DB>): Promise<void> {
  for (let [accounts, more] = [FIRST as number, true]; more;) {
    const since = performance.now()
    more = await partOfJobs(db, accounts)
    accounts = nextNumber(accounts, performance.now() - since)
  }
}

function nextNumber(accounts: number, milliseconds: number): number {
  if (milliseconds > 2_000) return Math.max(FEWEST, accounts / 2)
  return milliseconds < 700 ? Math.min(MOST, accounts * 2) : accounts
}

/** Does a part of the day's jobs, of so many accounts. False when nothing is left. */
async function partOfJobs(db: Kysely<DB>, accounts: number): Promise<boolean> {
  const { rows } = await sql<{
    more: boolean
  }>`SELECT prepare_day_close(${Math.floor(accounts)}) AS more`.execute(db)
  return rows[0]?.more === true
}
