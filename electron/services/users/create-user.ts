import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { checkPassword } from '../../../shared/rules/password.ts'
import type { UseCase } from '../../workplace.ts'
import { wrapVaultKey } from '../sessions/key-ring.ts'
import { hashPassword } from '../sessions/password.ts'
import { keyInUse, withVaultKeys } from '../sessions/vault.ts'

/** Creates a user with a temporary password, which has to be changed at the first sign-in. */
export const createUser: UseCase<'users', 'create'> = async (input, context) => {
  const { id, username, fullName, email, role, temporaryPassword } = input
  const checked = checkPassword(temporaryPassword)
  if (!checked.ok) return checked
  const hash = await hashPassword(temporaryPassword)
  await withVaultKeys(context, async (keys) => {
    const wrapped = await wrapVaultKey(keyInUse(keys), temporaryPassword)
    await sql`SELECT create_user(${id}, ${username}, ${fullName}, ${email}, ${role}, ${hash}, ${wrapped})`.execute(
      context.db,
    )
  })
  return ok({ id })
}
