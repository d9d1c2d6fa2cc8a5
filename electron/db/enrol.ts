import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { type Client, escapeIdentifier } from 'pg'
import { withClient } from './admin.ts'
import type { Connection } from './connection.ts'
import { CONNECTION_LIMIT, resetSettings } from './role-settings.ts'

export type Login = { readonly user: string; readonly password: string }

/**
 * Creates the login role of a workstation, or gives the existing one a new password and revokes everything that it should not
 * have. `admin` is a superuser, connected to the application's database. The server only ever sees the password's verifier.
 */
export async function enrolWorkstation(admin: Connection, name: string): Promise<Login> {
  const user = roleNameOf(name)
  const role = escapeIdentifier(user)
  const password = randomBytes(24).toString('base64url')
  await withClient(admin, async (client) => {
    const existing = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [user])
    if (existing.rowCount === 0) await client.query(`CREATE ROLE ${role}`)
    await client.query(
      `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT
       CONNECTION LIMIT ${CONNECTION_LIMIT} VALID UNTIL 'infinity' PASSWORD '${scramVerifier(password)}'`,
    )
    await dropOtherMemberships(client, user)
    await client.query(`GRANT corex_app TO ${role}`)
    await resetSettings(client, user, 'superuser')
  })
  return { user, password }
}

async function dropOtherMemberships(client: Client, user: string): Promise<void> {
  const { rows } = await client.query<{ granted: string }>(
    `SELECT roleid::regrole::text AS granted FROM pg_auth_members
     WHERE member = $1::text::regrole AND (roleid <> 'corex_app'::regrole OR admin_option)`,
    [escapeIdentifier(user)],
  )
  for (const { granted } of rows) await client.query(`REVOKE ${granted} FROM ${escapeIdentifier(user)}`)
}

/** `ws_` and the name in letters that every tool takes, with a mark of the exact name when it had others. */
export function roleNameOf(workstation: string): string {
  const plain = workstation
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 40)
  if (plain === workstation) return `ws_${plain}`
  return `ws_${plain}_${createHash('sha256').update(workstation).digest('hex').slice(0, 8)}`
}

/** RFC 5803's form of a SCRAM-SHA-256 secret, made here so that no log of the server can hold the password. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const iterations = 4096
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`
}
