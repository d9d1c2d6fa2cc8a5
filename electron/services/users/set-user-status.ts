import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Suspends, deactivates or reinstates a user. Any status but ACTIVE ends the user's sessions at once. */
export const setUserStatus: UseCase<'users', 'setStatus'> = async ({ userId, status }, { db }) => {
  await sql`SELECT set_user_status(${userId}, ${status})`.execute(db)
  return ok({})
}
