import { createHash } from 'node:crypto'
import { type Client, escapeIdentifier } from 'pg'
import { withClient } from './admin.ts'
import type { Connection } from './connection.ts'
import { CONNECTION_LIMIT, resetSettings } from './role-settings.ts'
import { newPassword, scramVerifier } from './scram.ts'

export type Login = { readonly user: string; readonly password: string }

/**
 * Creates the login role of a workstation, or gives the existing one a new password and revokes everything that it should not
 * have. `admin` is a superuser, connected to the application's database. The server only ever sees the password's verifier.
 */
export async function enrolWorkstation(admin: Connection, name: string): Promise<Login> {
  const user = roleNameOf(name)
  const role = escapeIdentifier(user)
  const password = newPassword()
  await withClient(admin, async (client) => {
    await client.query('BEGIN') // nobody sees a login before it has its limits
    const existing = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [user])
    if (existing.rowCount === 0) await client.query(`CREATE ROLE ${role}`)
    await client.query(
      `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT
       CONNECTION LIMIT ${CONNECTION_LIMIT} VALID UNTIL 'infinity' PASSWORD '${scramVerifier(password)}'`,
    )
    await dropOtherMemberships(client, user)
    await client.query(`GRANT corex_app TO ${role}`)
    await resetSettings(client, user, 'superuser')
    await client.query('COMMIT')
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
