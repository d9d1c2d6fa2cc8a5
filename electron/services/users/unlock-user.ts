import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Ends a user's lock-out at every workstation. */
export const unlockUser: UseCase<'users', 'unlock'> = async ({ userId }, { db }) => {
  await sql`SELECT unlock_user(${userId})`.execute(db)
  return ok({})
}
