import { type Client, escapeIdentifier, escapeLiteral } from 'pg'
import { z } from 'zod'

const OURS = /^(ws_.+|corex_redeem)$/

const login = z.object({
  /** Of no other login an export changes anything. */
  name: z.string().regex(OURS),
  canLogin: z.boolean(),
  /** As the server keeps it: nobody ever knows the password itself. */
  verifier: z.string().nullable(),
  until: z.string().nullable(),
  connections: z.int(),
})
type Login = z.infer<typeof login>
export const logins = z.array(login)

/** Workstations, revoked ones too, and the one that redeems codes. Their settings are given anew whenever the database is opened. */
export async function loginsOf(client: Client): Promise<readonly Login[]> {
  const { rows } = await client.query<Login>(`
    SELECT r.rolname::text AS name, r.rolcanlogin AS "canLogin", r.rolpassword AS verifier, r.rolvaliduntil::text AS until,
      r.rolconnlimit AS connections
    FROM pg_authid r WHERE r.rolname ~ '^ws_' OR r.rolname = 'corex_redeem' ORDER BY r.rolname`)
  return rows
}

/** Makes them as they were. The client is a superuser's. */
export async function makeLogins(client: Client, made: readonly Login[]): Promise<void> {
  for (const { name, canLogin, verifier, until, connections } of made) {
    const role = escapeIdentifier(name)
    const there = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
    if (there.rowCount === 0) await client.query(`CREATE ROLE ${role}`)
    const password = verifier === null ? 'NULL' : escapeLiteral(verifier)
    await client.query(
      `ALTER ROLE ${role} ${canLogin ? 'LOGIN' : 'NOLOGIN'} CONNECTION LIMIT ${connections} PASSWORD ${password}
       VALID UNTIL ${escapeLiteral(until ?? 'infinity')}`,
    )
    if (name !== 'corex_redeem') await client.query(`GRANT corex_app TO ${role}`)
  }
}
