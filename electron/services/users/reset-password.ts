import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { checkPassword } from '../../../shared/rules/password.ts'
import type { UseCase } from '../../workplace.ts'
import { wrapVaultKey } from '../sessions/key-ring.ts'
import { hashPassword } from '../sessions/password.ts'
import { keyInUse, withVaultKeys } from '../sessions/vault.ts'

/** Sets a temporary password and ends the user's sessions and lock-out. */
export const resetPassword: UseCase<'users', 'resetPassword'> = async (input, context) => {
  const { userId, temporaryPassword } = input
  const checked = checkPassword(temporaryPassword)
  if (!checked.ok) return checked
  const hash = await hashPassword(temporaryPassword)
  await withVaultKeys(context, async (keys) => {
    const wrapped = await wrapVaultKey(keyInUse(keys), temporaryPassword)
    await sql`SELECT reset_password(${userId}, ${hash}, ${wrapped})`.execute(context.db)
  })
  return ok({})
}
