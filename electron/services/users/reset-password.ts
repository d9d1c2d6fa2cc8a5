import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { checkPassword } from '../../../shared/rules/password.ts'
import type { UseCase } from '../../workplace.ts'
import { wrapDocumentKey } from '../sessions/key-ring.ts'
import { hashPassword } from '../sessions/password.ts'

/** Sets a temporary password and ends the user's sessions and lock-out. */
export const resetPassword: UseCase<'users', 'resetPassword'> = async (input, { db, documentKey }) => {
  const { userId, temporaryPassword } = input
  const checked = checkPassword(temporaryPassword)
  if (!checked.ok) return checked
  const hash = await hashPassword(temporaryPassword)
  const wrapped = await wrapDocumentKey(documentKey, temporaryPassword)
  await sql`SELECT reset_password(${userId}, ${hash}, ${wrapped})`.execute(db)
  return ok({})
}
