import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/** Puts before a second person of which roles nobody works without a second factor. Sent twice, it is proposed once. */
export const proposeCodeRoles: UseCase<'users', 'proposeCodeRoles'> = async ({ key, roles }, { db }) => {
  await retryCollisions(() => sql`SELECT propose_code_roles(${key}, ${roles}::user_role[])`.execute(db))
  return ok({})
}
