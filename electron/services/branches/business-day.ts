import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Opens the branch's next business day: later than every day that stands, and at most the next working day. */
export const openDay: UseCase<'branches', 'openDay'> = async ({ businessDate }, { db, workplace }) => {
  await sql`SELECT open_branch_day(${businessDate}::date)`.execute(db)
  workplace.emit('session.changed', {})
  return ok({})
}

/** Closes the open day; every till has to be closed first. */
export const closeDay: UseCase<'branches', 'closeDay'> = async (_, { db, workplace }) => {
  await sql`SELECT close_branch_day()`.execute(db)
  workplace.emit('session.changed', {})
  return ok({})
}
