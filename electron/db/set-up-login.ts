import { randomUUID } from 'node:crypto'
import { type Client, escapeIdentifier, escapeLiteral } from 'pg'
import { withClient } from './admin.ts'
import type { Connection } from './connection.ts'
import type { Login } from './enrol.ts'
import { codeOf } from './fault.ts'
import { newPassword, scramVerifier } from './scram.ts'

const PREFIX = 'corex_set_up_'
/** Long enough to go to the workstation and to type nothing but this. */
const GOOD_FOR_MS = 15 * 60_000

export type SetUpLogin = Login & { readonly until: Date }

/**
 * A superuser's login by which a workstation is set up, for a quarter of an hour. `admin` is a superuser. Nobody signs in by it afterwards, and
 * `dropEndedLogins` removes it.
 */
export async function makeSetUpLogin(admin: Connection): Promise<SetUpLogin> {
  const user = `${PREFIX}${randomUUID().slice(0, 8)}`
  const password = newPassword()
  const until = new Date(Date.now() + GOOD_FOR_MS)
  await withClient(admin, (client) =>
    client.query(
      `CREATE ROLE ${escapeIdentifier(user)} LOGIN SUPERUSER
       VALID UNTIL ${escapeLiteral(until.toISOString())} PASSWORD '${scramVerifier(password)}'`,
    ),
  )
  return { user, password, until }
}

/** Removes those whose time is over, with whoever is still connected by one. Answers their names. */
export const dropEndedLogins = (admin: Connection): Promise<string[]> =>
  withClient(admin, async (client) => {
    const { rows } = await client.query<{ user: string }>(
      `SELECT rolname AS user FROM pg_roles WHERE starts_with(rolname, $1) AND rolvaliduntil < clock_timestamp()`,
      [PREFIX],
    )
    for (const { user } of rows) await drop(client, user)
    return rows.map(({ user }) => user)
  })

async function drop(client: Client, user: string): Promise<void> {
  const role = escapeIdentifier(user)
  await client.query(`ALTER ROLE ${role} NOLOGIN NOSUPERUSER`)
  await client.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = $1', [
    user,
  ])
  try {
    await client.query(`DROP ROLE ${role}`)
  } catch (error) {
    // It made something that still rests on it; it signs nobody in, and may do nothing.
    if (codeOf(error) !== '2BP01') throw error
  }
}
