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
  while (await partOfJobs(db));
  await sql`SELECT close_branch_day()`.execute(db)
  workplace.emit('session.changed', {})
  return ok({})
}

/** So many accounts in one call take a second or two, and keep nobody waiting for longer. */
const ACCOUNTS_AT_A_TIME = 10_000

/** Does a part of the day's jobs. False when nothing is left: what one call has done is done, also if the next one fails. */
async function partOfJobs(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{
    more: boolean
  }>`SELECT prepare_day_close(${ACCOUNTS_AT_A_TIME}) AS more`.execute(db)
  return rows[0]?.more === true
}
