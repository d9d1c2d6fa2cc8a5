import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type Pool, escapeIdentifier } from 'pg'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { enrolWorkstation, type Login } from '../../electron/db/enrol.ts'
import { createDb, createPool } from '../../electron/db/pool.ts'
import { applyDatabasePrivileges } from '../../electron/db/provision.ts'
import type { DB } from '../../electron/db/tables.ts'
import { MIGRATIONS, TEMPLATE } from './cluster.ts'
import { TIME_ZONE } from './zone.ts'

export type TestDatabase = AsyncDisposable & {
  readonly name: string
  /** The superuser's: to arrange what no user may do and to look at what is stored, never for what is tested. */
  readonly admin: Connection
  readonly superuser: Pool
  /** The login of the first or second workstation, as an application would have it. */
  workstation(n: 1 | 2): Connection
  /** A pool of a workstation, with a session token or with none; ended by drop(). */
  pool(token?: string | null, n?: 1 | 2): Pool
  /** The same as a query builder. */
  db(token?: string | null, n?: 1 | 2): Kysely<DB>
  /** Ends all connections of it. */
  endPools(): Promise<void>
  drop(): Promise<void>
}

/**
 * A database of one's own in a cluster: the migrated template cloned, with the privileges that a clone does not inherit, and with two
 * workstations of its own. Dispose of it with `await using` or drop() in afterAll.
 */
export async function createDatabaseIn(
  cluster: Connection,
  template: string = TEMPLATE,
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = inDatabase(cluster, name)
  // Half of what WAL_LOG takes: the checkpoints that come with it write into memory here.
  await maintain(cluster, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  await applyDatabasePrivileges(admin, name, MIGRATIONS)
  const { logins, ...opened } = await openDatabaseAt(admin)
  const drop = async () => {
    await opened.endPools()
    await maintain(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    for (const { user } of logins) await maintain(cluster, `DROP ROLE IF EXISTS ${escapeIdentifier(user)}`)
  }
  return { ...opened, drop, [Symbol.asyncDispose]: drop }
}

/** A database that is there, with two workstations of its own; `drop` only ends its connections. */
export async function openDatabaseAt(
  admin: Connection,
): Promise<TestDatabase & { readonly logins: readonly [Login, Login] }> {
  const name = admin.database
  // Roles belong to the cluster, so each database gets workstations by names of its own.
  const logins = [
    await enrolWorkstation(admin, `${name}_1`),
    await enrolWorkstation(admin, `${name}_2`),
  ] as const
  const pools: Pool[] = []
  const opened = (pool: Pool) => (pools.push(pool), pool)
  const superuser = opened(createPool(admin, null))
  // What is arranged for `current_date` is arranged for the branch's.
  superuser.options.verify = (client, done) =>
    client.query(`SET TimeZone = '${TIME_ZONE}'`, (error: Error | undefined) => done(error))
  const workstation = (n: 1 | 2): Connection => ({ ...admin, ...logins[n === 1 ? 0 : 1] })
  const byToken = new Map<string, Pool>()
  // One pool per session, as in the application: a workstation's login has few connections.
  const pool = (token: string | null = null, n: 1 | 2 = 1) => {
    const known = byToken.get(`${n} ${token}`)
    if (known !== undefined && !known.ended) return known
    const made = opened(createPool(workstation(n), token))
    // A dozen people at one workstation share the connections that a login may have.
    made.options.idleTimeoutMillis = 2000
    byToken.set(`${n} ${token}`, made)
    return made
  }
  const endPools = async () =>
    void (await Promise.all(pools.filter((each) => !each.ended).map((each) => each.end())))
  const db = (token: string | null = null, n: 1 | 2 = 1) => createDb(pool(token, n))
  const ended = { drop: endPools, [Symbol.asyncDispose]: endPools }
  return { name, admin, superuser, workstation, pool, db, endPools, logins, ...ended }
}

const maintain = (cluster: Connection, statement: string) =>
  withClient(inDatabase(cluster, 'postgres'), (client) => client.query(statement))
