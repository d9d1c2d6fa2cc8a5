import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Changes name, e-mail address and role. A change of the role ends the user's sessions at once. */
export const updateUser: UseCase<'users', 'update'> = async ({ userId, fullName, email, role }, { db }) => {
  await sql`SELECT update_user(${userId}, ${fullName}, ${email}, ${role})`.execute(db)
  return ok({})
}
