import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { checkPassword } from '../../../shared/rules/password.ts'
import type { UseCase } from '../../workplace.ts'
import { unwrapVaultKey, wrapVaultKey } from './key-ring.ts'
import { viewOf } from './session-view.ts'
import { keyInUse, withVaultKeys } from './vault.ts'
import { replaceOwnPassword } from './verify-password.ts'

/** Replaces the caller's password and wraps the vault key under the new one. Other sessions of the user end. */
export const changePassword: UseCase<'sessions', 'changePassword'> = async (input, context) => {
  const { db, vault, workplace } = context
  const { currentPassword, newPassword } = input
  const checked = checkPassword(newPassword)
  if (!checked.ok) return checked
  if (newPassword === currentPassword) return fail('PASSWORD_UNCHANGED')
  const changed = await withVaultKeys(context, async (keys) => {
    const wrappedKey = await wrapVaultKey(keyInUse(keys), newPassword)
    return (await replaceOwnPassword(db, { current: currentPassword, password: newPassword, wrappedKey }))
      ? wrappedKey
      : null
  })
  if (changed === null) return fail('PASSWORD_WRONG')
  const { secret } = await unwrapVaultKey(changed, newPassword)
  // Another user may have signed in meanwhile; this change does not concern that user's password.
  if (workplace.session?.db === db) {
    workplace.session = {
      ...workplace.session,
      vault: { secret, keys: vault.keys },
      mustChangePassword: false,
    }
  }
  workplace.emit('session.changed', {})
  return ok(await viewOf(workplace))
}
