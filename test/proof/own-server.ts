import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from '../../electron/db/connection.ts'
import type { Attendant } from '../../electron/db/database.ts'
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from '../../electron/db/embedded/start.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { provision } from '../../electron/db/provision.ts'
import { createBranch, type TestBranch } from '../support/branch.ts'
import { MIGRATIONS, TEMPLATE } from '../support/cluster.ts'
import { createDatabaseIn } from '../support/database-in.ts'
import { killServer } from '../support/kill-server.ts'
import { giveKeys } from '../support/workplace.ts'
import { expectSoon } from './expect-soon.ts'

/** A server of one's own with durable settings and a branch in it, which may be killed. */
export type OwnServer = AsyncDisposable & {
  readonly branch: TestBranch
  /** Of the first workstation. */
  readonly connection: Connection
  /** Its first process, which is another one after a restart. */
  readonly pid: () => number
  /** Ends all its processes on the spot. */
  readonly kill: () => void
  /** Starts it again on the same data, at the same place; also one that is still running, or that ended by itself. */
  readonly restart: () => Promise<void>
  /** Ends it as quitting the application does. */
  readonly stop: () => Promise<void>
}

/** `dataFolder` is for one that has to be somewhere, such as on a small disk; `attend` looks after it, as in the application. */
export async function openOwnServer(
  dataFolder?: string,
  attend?: (server: EmbeddedServer) => Attendant,
  settings: EmbeddedOptions['settings'] = {},
): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'corex-proof-'))
  await chmod(folder, 0o711) // root's server runs as a system user, which has to pass through
  let server = await start(dataFolder ?? join(folder, 'data'), settings)
  let attendant: Attendant | undefined
  const { host, port, tls, superuser } = server
  const admin: Connection = { host, port, ...superuser, database: TEMPLATE, tls }
  await provision(admin, TEMPLATE, MIGRATIONS)
  const migrated = await migrate(admin, MIGRATIONS)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error))
  const database = await createDatabaseIn(admin)
  const branch = await createBranch(database)
  await giveKeys(database)
  attendant = attend?.(server)
  const kill = () => killServer(server.pid)
  const restart = async () => {
    server = await start(dataFolder ?? join(folder, 'data'), settings, port)
    await expectSoon('the server answers', () =>
      database.superuser.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    )
    attendant = attend?.(server)
  }
  const stop = () => (attendant === undefined ? server.stop() : attendant.stop(server.stop))
  const close = async () => {
    await database.drop().catch(() => {})
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
  const connection = database.workstation(1)
  return { branch, connection, pid: () => server.pid, kill, restart, stop, [Symbol.asyncDispose]: close }
}

async function start(
  dataFolder: string,
  settings: EmbeddedOptions['settings'] = {},
  port?: number,
): Promise<EmbeddedServer> {
  const samePlace = port === undefined ? {} : { choosePort: async () => port }
  const started = await startEmbedded({ dataFolder, settings, log: () => {}, ...samePlace })
  if (!started.ok) throw new Error(`The server did not start: ${JSON.stringify(started.error)}`)
  return started.value
}
