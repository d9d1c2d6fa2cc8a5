import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { BUILD, SCHEMA } from '../build.ts'
import type { Connection } from './connection.ts'
import { poolFor } from './proven-client.ts'
import type { DB } from './tables.ts'
import { types } from './types.ts'

/** Above these a teller is better served by an error than by waiting longer. The server's limit fires first. */
const STATEMENT_LIMIT_MS = 30_000
const QUERY_LIMIT_MS = 35_000
const LOCK_LIMIT_MS = 5_000

/** Few, because a workstation serves one person; a server has a hundred workstations. */
const MOST_CONNECTIONS = 4

/**
 * A pool for one signed-in user, or without a user (`null`). The token is a start-up setting of every connection, so no query can
 * ever run before it is there; end the pool at sign-out. Throws when the token is malformed.
 */
export function createPool(connection: Connection, sessionToken: string | null): Pool {
  return poolFor(connection, {
    ...startUp(sessionToken),
    application_name: 'corex teller',
    // The last connection stays: after a minute without one, the next posting would wait for a new one.
    min: 1,
    max: MOST_CONNECTIONS,
    idleTimeoutMillis: 60_000,
    statement_timeout: STATEMENT_LIMIT_MS,
    query_timeout: QUERY_LIMIT_MS,
    lock_timeout: LOCK_LIMIT_MS,
    idle_in_transaction_session_timeout: STATEMENT_LIMIT_MS,
    types,
  })
}

/** The start-up settings of a session: who it is, and the same names, times and dates whatever the login's own settings are. */
function startUp(sessionToken: string | null): { readonly options: string } {
  if (sessionToken !== null && !/^[A-Za-z0-9_-]{16,200}$/.test(sessionToken))
    throw new Error('Not a session token')
  const settings = [
    'search_path=corex,pg_temp',
    'timezone=UTC',
    'datestyle=ISO,YMD',
    'intervalstyle=iso_8601',
    // A posting is one statement without BEGIN, and refuses every other isolation and any commit that is not on disk.
    'default_transaction_isolation=read\\ committed',
    'synchronous_commit=on',
    // Signing in puts it on record with the session; later rows take it from there.
    `corex.build=${BUILD}`,
    `corex.schema=${SCHEMA}`,
  ]
  if (sessionToken !== null) settings.push(`corex.session=${sessionToken}`)
  return { options: settings.map((setting) => `-c ${setting}`).join(' ') }
}

/** The typed query builder over a pool. Destroying it ends the pool. */
export const createDb = (pool: Pool): Kysely<DB> => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
