import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Puts before the other branch that somebody works there, for good or to the end of a day. */
export const proposeBranch: UseCase<'users', 'proposeBranch'> = async (input, { db }) => {
  const { key, userId, branchId, until } = input
  await sql`SELECT propose_user_branch(${key}, ${userId}, ${branchId}, ${until}::date)`.execute(db)
  return ok({})
}
