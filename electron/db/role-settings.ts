import { type Client, escapeIdentifier, escapeLiteral } from 'pg'

/** Settings of every workstation's login. Policies and functions do not rely on them: a login may change its own. */
const PINNED: Readonly<Record<string, string>> = {
  search_path: 'corex, pg_temp',
  default_transaction_isolation: 'read committed',
  statement_timeout: '30s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '30s',
  timezone: 'UTC',
}

/** Limits that only a superuser sets and lifts. Sorting the longest list of the application needs no file at all. */
const LIMITS: Readonly<Record<string, string>> = { temp_file_limit: '128MB' }

/** Enough for a pool, an override's own connection and the heartbeat; too few to starve the others. */
export const CONNECTION_LIMIT = 20

/** Gives a workstation's login back the settings that it should have, whatever it set for itself. Only a superuser gives the limits. */
export async function resetSettings(client: Client, user: string, as: 'superuser' | 'itself'): Promise<void> {
  const role = escapeIdentifier(user)
  await client.query(`ALTER ROLE ${role} RESET ALL`)
  const here = await client.query<{ name: string }>('SELECT current_database() AS name')
  const [database] = here.rows
  if (database !== undefined)
    await client.query(`ALTER ROLE ${role} IN DATABASE ${escapeIdentifier(database.name)} RESET ALL`)
  const settings = as === 'superuser' ? { ...PINNED, ...LIMITS } : PINNED
  for (const [setting, value] of Object.entries(settings)) {
    // search_path is a list: quoted as a whole it would be the name of one schema.
    const text = setting === 'search_path' ? value : escapeLiteral(value)
    await client.query(`ALTER ROLE ${role} SET ${setting} = ${text}`)
  }
}

/** The settings of the present login, if they are not those that it should have, are given back. */
export async function resetOwnSettings(client: Client): Promise<void> {
  const { rows } = await client.query<{ settings: string[]; elsewhere: string[] }>(`
    SELECT coalesce((SELECT setconfig FROM pg_db_role_setting WHERE setrole = session_user::regrole AND setdatabase = 0), '{}') AS settings,
      coalesce((SELECT array_agg(setdatabase::text) FROM pg_db_role_setting WHERE setrole = session_user::regrole AND setdatabase <> 0), '{}') AS elsewhere`)
  const [found] = rows
  if (found !== undefined && found.elsewhere.length === 0 && areProper(found.settings)) return
  const { rows: names } = await client.query<{ user: string }>('SELECT session_user::text AS user')
  for (const { user } of names) await resetSettings(client, user, 'itself')
}

function areProper(settings: readonly string[]): boolean {
  const proper = Object.entries(PINNED).map(([name, value]) => `${name}=${value}`.toLowerCase())
  const own = settings
    .map((text) => text.toLowerCase())
    .filter((text) => !text.startsWith('temp_file_limit='))
  return own.length === proper.length && own.every((text) => proper.includes(text))
}

/** Gives all workstations' logins their settings and limits. The client is a superuser's. */
export async function resetWorkstations(client: Client): Promise<void> {
  const { rows } = await client.query<{ user: string }>(
    `SELECT r.rolname AS user FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
     WHERE m.roleid = 'corex_app'::regrole AND r.rolcanlogin ORDER BY r.rolname`,
  )
  for (const { user } of rows) {
    await client.query(`ALTER ROLE ${escapeIdentifier(user)} CONNECTION LIMIT ${CONNECTION_LIMIT}`)
    await resetSettings(client, user, 'superuser')
  }
}
