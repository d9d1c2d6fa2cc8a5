import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { checkPassword } from '../../../shared/rules/password.ts'
import type { UseCase } from '../../workplace.ts'
import { wrapDocumentKey } from './key-ring.ts'
import { hashPassword } from './password.ts'
import { viewOf } from './session-view.ts'
import { replaceOwnPassword } from './verify-password.ts'

/** Replaces the caller's password and wraps the document key under the new one. Other sessions of the user end. */
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
  const changed = await replaceOwnPassword(db, { current: currentPassword, hash, wrappedKey: wrapped })
  if (!changed) return fail('PASSWORD_WRONG')
  // Another user may have signed in meanwhile; this change does not concern that user's password.
  if (workplace.session?.db === db) workplace.session = { ...workplace.session, mustChangePassword: false }
  workplace.emit('session.changed', {})
  return ok(await viewOf(workplace))
}
