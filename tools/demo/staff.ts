import { randomInt } from 'node:crypto'
import type { Client } from 'pg'
import { hashPassword } from '../../electron/services/sessions/password.ts'
import { wrapVaultKey } from '../../electron/services/sessions/key-ring.ts'
import type { VaultKey } from '../../electron/wrapped-key.ts'

export type DemoLogin = { readonly username: string; readonly role: string; readonly password: string }

/** The branch's tills; each has a teller of its own. */
export const TILLS = 4

const STAFF = [
  { username: 'admin', role: 'ADMIN', fullName: 'Ada Admin' },
  { username: 'teller1', role: 'TELLER', fullName: 'Tove Teller' },
  { username: 'teller2', role: 'TELLER', fullName: 'Tomas Teller' },
  { username: 'teller3', role: 'TELLER', fullName: 'Thi Teller' },
  { username: 'teller4', role: 'TELLER', fullName: 'Teresa Teller' },
  { username: 'supervisor1', role: 'SUPERVISOR', fullName: 'Signe Supervisor' },
  { username: 'supervisor2', role: 'SUPERVISOR', fullName: 'Szymon Supervisor' },
  { username: 'auditor', role: 'AUDITOR', fullName: 'Aino Auditor' },
  { username: 'api', role: 'API_USER', fullName: 'Interface' },
] as const

/** No 0, O, 1, l or I: the password is read from a terminal and typed. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen letters and digits in four groups: some 79 bits. */
const drawPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-')

/** The branch by the same function as the first-run wizard's, then the rest of its staff; every key ring opens with its password. */
export async function createStaff(client: Client, vaultKey: VaultKey): Promise<DemoLogin[]> {
  const people = await Promise.all(
    STAFF.map(async (person) => {
      const password = drawPassword()
      const [hash, key] = await Promise.all([hashPassword(password), wrapVaultKey(vaultKey, password)])
      return { ...person, password, hash, key, email: `${person.username}@example.com` }
    }),
  )
  for (const { username, role, fullName, email, hash, key } of people) {
    if (role === 'ADMIN') {
      const wizard = [
        BRANCH,
        'EUR',
        'COMMA_POINT',
        [6, 7],
        'Europe/Stockholm',
        TILLS,
        username,
        fullName,
        email,
        hash,
        key,
      ]
      await client.query('SELECT set_up_branch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', wizard)
    } else {
      await client.query(
        `WITH person AS (INSERT INTO users (username, full_name, email, password_hash, must_change_password, role, branch_id)
           SELECT $1, $2, $3, $4, false, $5, id FROM branches RETURNING id)
         INSERT INTO user_keys (user_id, wrapped_key) SELECT id, $6 FROM person`,
        [username, fullName, email, hash, role, key],
      )
    }
  }
  return people.map(({ username, role, password }) => ({ username, role, password }))
}

const BRANCH = 'Demo branch Nord'
