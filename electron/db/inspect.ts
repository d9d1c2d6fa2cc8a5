import { isAbsolute } from 'node:path'
import type { Client } from 'pg'
import type { DatabaseWarning } from '../../shared/contract/database.ts'
import { ok } from '../../shared/result.ts'
import { inDatabase, withClient } from './admin.ts'
import { addressOf, type Connection } from './connection.ts'
import { attempt, type Attempt, fault } from './fault.ts'
import { keyOf, type Standing, TIMELINE } from './server-identity.ts'
import { schemaState, type SchemaState } from './schema-state.ts'
import { SERVER_STATE, type ServerState, warningsAbout } from './warnings.ts'

const OLDEST_MAJOR = 15

/** The result of inspecting a server without changing anything. */
export type ServerReport = {
  readonly serverVersion: string
  readonly encrypted: boolean
  /** An administrator (superuser) can set the database up; a workstation login can only use one that is set up. */
  readonly login: 'administrator' | 'workstation'
  /** A newer schema that serves this application is current for a workstation; who administers it needs the newer application. */
  readonly schema: Exclude<SchemaState, 'changed' | 'served'>
  readonly identity: Standing['identity']
  readonly timeline: Standing['timeline']
  readonly warnings: readonly DatabaseWarning[]
}

/**
 * Looks at the server behind `connection`. Faults: SERVER_UNREACHABLE, TLS_REQUIRED, TLS_FAILED, AUTHENTICATION_FAILED,
 * SERVER_STANDBY, SERVER_TOO_OLD, POOLER_REFUSED, PERMISSION_DENIED (neither superuser nor member of corex_app), SCHEMA_CHANGED (a migration
 * that was run differs from this application's), DATABASE_MISSING (for a superuser a missing database is no fault: it will be
 * created).
 */
export async function inspectServer(
  connection: Connection,
  migrationsFolder: string,
): Promise<Attempt<ServerReport>> {
  const address = { address: addressOf(connection), user: connection.user }
  const there = await attempt(() => readReport(connection, migrationsFolder), address)
  const found = there.ok ? there.value : there
  if (found.ok || found.error.code !== 'DATABASE_MISSING') return found
  const elsewhere = await attempt(
    () => readReport(inDatabase(connection, 'postgres'), migrationsFolder),
    address,
  )
  if (!elsewhere.ok || !elsewhere.value.ok || elsewhere.value.value.login !== 'administrator') return found
  return ok({ ...elsewhere.value.value, schema: 'absent' as const })
}

const FACTS = `
  SELECT current_setting('server_version_num')::int / 10000 AS major,
    current_setting('server_version') AS version,
    current_setting('corex.probe', true) AS probe,
    (SELECT system_identifier::text FROM pg_control_system()) AS system,
    ${TIMELINE} AS timeline,
    (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) AS superuser,
    coalesce(pg_has_role(session_user, to_regrole('corex_app'), 'MEMBER'), false) AS workstation,
    coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted,
    ${SERVER_STATE}`

type Facts = ServerState & {
  major: number
  version: string
  probe: string | null
  system: string
  timeline: number
  superuser: boolean
  workstation: boolean
}

/** The value is arbitrary; a server reached directly keeps it, a pooler in between may not. */
const PROBE = 'kept'

function readReport(connection: Connection, migrationsFolder: string): Promise<Attempt<ServerReport>> {
  const probing = { options: `-c corex.probe=${PROBE}`, query_timeout: 10_000 }
  return withClient(
    connection,
    async (client) => {
      const { rows } = await client.query<Facts>(FACTS)
      const facts = rows[0]
      if (facts === undefined) throw new Error('A SELECT without FROM answered no row')
      const { major, version, system, timeline, superuser, workstation, encrypted } = facts
      if (major < OLDEST_MAJOR)
        return fault('SERVER_TOO_OLD', { found: version, oldest: String(OLDEST_MAJOR) })
      if (facts.probe !== PROBE || (await sharesItsBackend(client, connection)))
        return fault('POOLER_REFUSED', { address: addressOf(connection) })
      if (!superuser && !workstation) return fault('PERMISSION_DENIED', { user: connection.user })
      const login = superuser ? ('administrator' as const) : ('workstation' as const)
      const { state, found } = await schemaState(client, migrationsFolder)
      if (state === 'changed') return fault('SCHEMA_CHANGED', { migration: found })
      const schema = state !== 'served' ? state : superuser ? ('newer' as const) : ('current' as const)
      const identity = { system, key: keyOf(client) }
      return ok({
        serverVersion: version.split(' ')[0] ?? version,
        encrypted,
        login,
        schema,
        identity,
        timeline,
        warnings: warningsAbout(facts, isAbsolute(connection.host)),
      })
    },
    probing,
  )
}

/**
 * A pooler that shares one server process among several clients would give one teller's identity to another. It is detected when a
 * second client gets the process that the first one, still connected, was served by.
 */
async function sharesItsBackend(first: Client, connection: Connection): Promise<boolean> {
  const before = await backendOf(first)
  const during = await withClient(connection, async (second) => {
    await second.query('BEGIN')
    return [await backendOf(second), await backendOf(first)]
  })
  return during[0] === before || during[1] !== before
}

async function backendOf(client: Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  return rows[0]?.pid
}
