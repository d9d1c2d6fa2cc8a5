import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '../../electron/db/admin.ts'
import { type Connection, urlOf } from '../../electron/db/connection.ts'
import { type Account, placeFor } from '../../electron/db/embedded/account.ts'
import { binary, spawnOptions } from '../../electron/db/embedded/binaries.ts'
import { clusterIn } from '../../electron/db/embedded/cluster-folder.ts'
import { certificateFileIn, entranceFor } from '../../electron/db/embedded/entrance.ts'
import { freePort } from '../../electron/db/embedded/port.ts'
import { serverArguments } from '../../electron/db/embedded/settings.ts'
import { startEmbedded } from '../../electron/db/embedded/start.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { provision } from '../../electron/db/provision.ts'
import { temporaryFolder } from '../db/fixtures/temporary-folder.ts'
import { MIGRATIONS, TEMPLATE } from './cluster.ts'
import { createDatabaseIn, type TestDatabase } from './database-in.ts'
import { killServer } from './kill-server.ts'

const READY_LIMIT_MS = 60_000
/** The name by which the primary knows its standby. */
const STANDBY = 'standby'

/** One server of the pair. Both have the same certificate, as they have one authority. */
export type PairServer = {
  readonly connection: Connection
  readonly start: () => Promise<void>
  /** Ends all its processes on the spot. */
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Stops all its processes as they are: to others it is a machine without power or network. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** Lets a standby take over; resolves when it takes changes. */
  readonly promote: () => void
}

/** A primary and its synchronous streaming standby, durable as `settings` say, with a database in them. */
export type ServerPair = AsyncDisposable & {
  readonly first: PairServer
  readonly second: PairServer
  readonly database: TestDatabase
  /** The address of both servers for a workstation's login. */
  readonly urlOf: (workstation: Connection) => string
}

/** `furnish` fills the database before the standby is made: a copy of the stopped primary. */
export async function openServerPair(
  settings: Readonly<Record<string, string>>,
  furnish: (database: TestDatabase) => Promise<void>,
): Promise<ServerPair> {
  const folder = await temporaryFolder()
  const one = await startEmbedded({
    dataFolder: join(folder.path, 'first'),
    entrance: 'loopback',
    log: () => {},
    settings,
  })
  if (!one.ok) throw new Error(JSON.stringify(one.error))
  const { superuser, host, port, tls } = one.value
  const admin: Connection = { host, port, tls, ...superuser, database: TEMPLATE }
  await provision(admin, TEMPLATE, MIGRATIONS)
  const migrated = await migrate(admin, MIGRATIONS)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error))
  const database = await createDatabaseIn(admin)
  await furnish(database)
  await one.value.stop()
  copyStandby(folder.path, admin)
  const primary = { ...settings, synchronous_standby_names: STANDBY, wal_keep_size: '1GB' }
  const inDatabase = { ...admin, database: database.name }
  const first = await serverIn(join(folder.path, 'first'), primary, inDatabase)
  const second = await serverIn(join(folder.path, 'second'), settings, {
    ...inDatabase,
    port: await freePort(),
  })
  const end = async () => {
    await Promise.all([first.kill(), second.kill()])
    await folder[Symbol.asyncDispose]()
  }
  try {
    await second.start()
    await first.start()
  } catch (error) {
    await end()
    throw error
  }
  const places = [first.connection, second.connection].map((each) => ({ host: each.host, port: each.port }))
  const authority = encodeURIComponent(certificateFileIn(join(folder.path, 'first')))
  return {
    first,
    second,
    database,
    urlOf: (workstation) =>
      `${urlOf({ ...workstation, places })}?sslmode=verify-full&sslrootcert=${authority}`,
    [Symbol.asyncDispose]: end,
  }
}

/** Cluster, secret and certificate, with the way to the primary. */
function copyStandby(folder: string, { host, port, user, password }: Connection): void {
  execFileSync('cp', ['-a', join(folder, 'first'), join(folder, 'second')])
  const cluster = clusterIn(join(folder, 'second'))
  const conninfo = `host=${host} port=${port} user=${user} password=${password} sslmode=require application_name=${STANDBY}`
  writeFileSync(join(cluster, 'standby.signal'), '')
  writeFileSync(join(cluster, 'postgresql.auto.conf'), `primary_conninfo = '${conninfo}'\n`)
  const { account } = placeFor(join(folder, 'first'), () => {})
  if (account !== null) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, cluster])
}

async function serverIn(
  folder: string,
  settings: Readonly<Record<string, string>>,
  admin: Connection,
): Promise<PairServer> {
  const place = placeFor(folder, () => {})
  const entrance = await entranceFor(place, { entrance: 'loopback', choosePort: async () => admin.port })
  const { host, port, tls } = entrance
  let child: ChildProcess | null = null
  const start = async () => {
    const options = spawnOptions(place.account)
    child = spawn(binary('postgres', place), serverArguments(clusterIn(folder), entrance, settings), {
      ...options,
      // A standby is a client of the primary, and looks for certificates of its own at home, which is root's here.
      env: { ...options.env, HOME: folder },
      stdio: 'ignore',
    })
    await ready(folder, child)
  }
  const end = async (act: (pid: number) => void) => {
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    act(child.pid)
    await ended
  }
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    if (child?.pid !== undefined) killServer(child.pid, name)
  }
  return {
    connection: { ...admin, host, port, tls },
    start,
    kill: () => end((pid) => killServer(pid)),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    stop: () => end((pid) => process.kill(pid, 'SIGINT')),
    promote: () => promote(clusterIn(folder), place.account),
  }
}

const promote = (cluster: string, account: Account): unknown =>
  execFileSync(binary('pg_ctl', { account }), ['promote', '-w', '-D', cluster], {
    ...spawnOptions(account),
    stdio: 'ignore',
  })

/** When it takes connections, which a standby does as soon as it is consistent. */
async function ready(folder: string, server: ChildProcess): Promise<void> {
  const file = join(clusterIn(folder), 'postmaster.pid')
  const limit = performance.now() + READY_LIMIT_MS
  for (;;) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (lines[0] === String(server.pid) && lines[7]?.trim() === 'ready') return
    if (server.exitCode !== null || performance.now() > limit)
      throw new Error(`The server in ${folder} did not start`)
    await wait(20)
  }
}

/** What the ledger of that server has of these keys. */
export const postedAt = (server: PairServer, keys: readonly string[]): Promise<string[]> =>
  withClient(server.connection, async (client) => {
    const { rows } = await client.query<{ key: string }>(
      `SELECT idempotency_key AS key FROM corex.transactions WHERE idempotency_key = ANY ($1) AND status = 'COMPLETED'`,
      [keys],
    )
    return rows.map(({ key }) => key)
  })
