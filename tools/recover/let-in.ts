import { randomInt } from 'node:crypto'
import { withClient } from '../../electron/db/admin.ts'
import type { Client } from 'pg'
import type { Connection } from '../../electron/db/connection.ts'
import { refusalOf } from '../../electron/db/refusal.ts'
import { unwrapVaultKey, wrapVaultKey } from '../../electron/services/sessions/key-ring.ts'
import { hashPassword } from '../../electron/services/sessions/password.ts'
import { openBySheet } from '../../electron/sheet-key.ts'
import type { VaultKey } from '../../electron/wrapped-key.ts'
import { failure, ok, type Result } from '../../shared/result.ts'
import { NO_LINE, secretOf } from '../../shared/rules/sheet-lines.ts'
import { PASSWORD_ALPHABET } from '../../shared/rules/temporary-password.ts'

/** Where the vault key comes from: somebody of the same branch who still knows their password, or the recovery sheet. */
export type Voucher =
  { readonly helper: string; readonly password: string } | { readonly sheet: readonly string[] }

export type Recovery = {
  /** User name of whoever is let in again. */
  readonly username: string
  readonly by: Voucher
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
  const { username, by, reason, operator } = recovery
  return withClient(admin, async (client) => {
    await client.query('SET search_path = corex, ext')
    const found = await ('sheet' in by
      ? keyBySheet(client, by.sheet)
      : keyByPassword(client, by.helper, by.password))
    if (!found.ok) return found
    const { vaultKey, vouched } = found.value
    const temporary = makeTemporary()
    const values = [username, vouched, await hashPassword(temporary), await wrapVaultKey(vaultKey, temporary)]
    vaultKey.key.fill(0)
    const recover = 'sheet' in by ? 'recover_by_sheet' : 'recover_access'
    try {
      await client.query(`SELECT ${recover}($1, $2, $3, $4, $5, $6)`, [...values, reason, operator])
      return ok(temporary)
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === null) throw error
      return refuse(SENTENCES[refusal.code] ?? refusal.code)
    }
  })
}

type Found = Result<{ vaultKey: VaultKey; vouched: string | number }, 'CANNOT_RECOVER'>

async function keyByPassword(client: Client, helper: string, password: string): Promise<Found> {
  const { rows } = await client.query<{ key: Buffer }>(
    `SELECT k.wrapped_key AS key FROM user_keys k JOIN users u ON u.id = k.user_id WHERE u.username = $1`,
    [helper],
  )
  const wrapped = rows[0]?.key
  if (wrapped === undefined) return refuse(`There is no user ${helper}.`)
  const vaultKey = await unwrapVaultKey(wrapped, password).catch(() => null)
  return vaultKey === null
    ? refuse(`That is not the password of ${helper}.`)
    : ok({ vaultKey, vouched: helper })
}

async function keyBySheet(client: Client, lines: readonly string[]): Promise<Found> {
  const secret = secretOf(lines)
  if (secret === NO_LINE)
    return refuse(
      'Each word is on the list, but together they are no sheet: one of them stands in another’s place.',
    )
  if (typeof secret === 'number')
    return refuse(`Line ${secret} is not as it is printed: compare it letter by letter.`)
  const { rows } = await client.query<{ number: number; key: Buffer }>(
    'SELECT number, wrapped_key AS key FROM recovery_sheets WHERE voided_at IS NULL',
  )
  const [valid] = rows
  if (valid === undefined) return refuse('This database has no valid recovery sheet.')
  try {
    return ok({ vaultKey: openBySheet(valid.key, Buffer.from(secret)), vouched: valid.number })
  } catch {
    return refuse(`The valid recovery sheet is no. ${valid.number}. These lines are of another one.`)
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  OWN_USER: 'Whoever is let in cannot vouch for it: name somebody else with --with.',
  USER_NOT_FOUND:
    'Both have to be active users of the same branch. A suspended one is made active by two people.',
  DOCUMENT_KEY_OUTDATED:
    'This key of the documents is not in use any more. Name somebody else, or use the recovery sheet.',
  VALIDATION: 'The reason has one to 200 characters.',
}

const refuse = (reason: string) => failure('CANNOT_RECOVER', { reason })

/** Four groups of four letters and digits, which nobody chose. */
const makeTemporary = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: LETTERS }, () => PASSWORD_ALPHABET[randomInt(PASSWORD_ALPHABET.length)]).join(''),
  ).join('-')
