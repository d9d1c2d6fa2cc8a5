import { randomInt } from 'node:crypto'
import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { refusalOf } from '../../electron/db/refusal.ts'
import { unwrapDocumentKey, wrapDocumentKey } from '../../electron/services/sessions/key-ring.ts'
import { hashPassword } from '../../electron/services/sessions/password.ts'
import { failure, ok, type Result } from '../../shared/result.ts'
import { PASSWORD_ALPHABET } from '../../shared/rules/temporary-password.ts'

export type Recovery = {
  /** User name of whoever is let in again. */
  readonly username: string
  /** Somebody of the same branch who still knows their password, and so has the key of the documents. */
  readonly helper: string
  readonly helpersPassword: string
  readonly reason: string
  /** The user of the operating system who runs this. */
  readonly operator: string
}

const GROUPS = 4
const LETTERS = 4

/** Gives a user a temporary password as the server's administrator, on record as a recovery, and answers it. Errors: CANNOT_RECOVER. */
export async function letIn(
  admin: Connection,
  recovery: Recovery,
): Promise<Result<string, 'CANNOT_RECOVER'>> {
  const { username, helper, helpersPassword, reason, operator } = recovery
  return withClient(admin, async (client) => {
    await client.query('SET search_path = corex, ext')
    const { rows } = await client.query<{ key: Buffer }>(
      `SELECT k.wrapped_key AS key FROM user_keys k JOIN users u ON u.id = k.user_id WHERE u.username = $1`,
      [helper],
    )
    const wrapped = rows[0]?.key
    if (wrapped === undefined) return refuse(`There is no user ${helper}.`)
    const documentKey = await unwrapDocumentKey(wrapped, helpersPassword).catch(() => null)
    if (documentKey === null) return refuse(`That is not the password of ${helper}.`)
    const temporary = makeTemporary()
    const values = [
      username,
      helper,
      await hashPassword(temporary),
      await wrapDocumentKey(documentKey, temporary),
    ]
    documentKey.fill(0)
    try {
      await client.query('SELECT recover_access($1, $2, $3, $4, $5, $6)', [...values, reason, operator])
      return ok(temporary)
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === null) throw error
      return refuse(SENTENCES[refusal.code] ?? refusal.code)
    }
  })
}

const SENTENCES: Readonly<Record<string, string>> = {
  OWN_USER: 'Whoever is let in cannot vouch for it: name somebody else with --with.',
  USER_NOT_FOUND:
    'Both have to be active users of the same branch. A suspended one is made active by two people.',
  VALIDATION: 'The reason has one to 200 characters.',
}

const refuse = (reason: string) => failure('CANNOT_RECOVER', { reason })

/** Four groups of four letters and digits, which nobody chose. */
const makeTemporary = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: LETTERS }, () => PASSWORD_ALPHABET[randomInt(PASSWORD_ALPHABET.length)]).join(''),
  ).join('-')
