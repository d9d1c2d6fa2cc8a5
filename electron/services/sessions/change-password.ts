import { sql } from 'kysely'
import { fail, ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { wrapDocumentKey } from './key-ring.ts'
import { checkPassword, hashPassword } from './password.ts'
import { viewOf } from './session-view.ts'

/** Replaces one's own password, and wraps the document key anew under the new one. Other sessions of the user end. */
export const changePassword: UseCase<'sessions', 'changePassword'> = async (
  input,
  { db, documentKey, workplace },
) => {
  const { currentPassword, newPassword } = input
  const checked = checkPassword(newPassword)
  if (!checked.ok) return checked
  if (newPassword === currentPassword) return fail('PASSWORD_UNCHANGED')
  const [hash, wrapped] = await Promise.all([
    hashPassword(newPassword),
    wrapDocumentKey(documentKey, newPassword),
  ])
  await sql`SELECT change_own_password(${currentPassword}, ${hash}, ${wrapped})`.execute(db)
  // Somebody else may have signed in meanwhile, and has a password of their own.
  if (workplace.session?.db === db) workplace.session = { ...workplace.session, mustChangePassword: false }
  workplace.emit('session.changed', {})
  return ok(await viewOf(workplace))
}
