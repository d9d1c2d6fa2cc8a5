import { resolve } from 'node:path'
import { failure, ok, type Result } from '../../shared/result.ts'
import { withClient } from '../../electron/db/admin.ts'
import { type Connection, parseConnection } from '../../electron/db/connection.ts'
import { defaultFolders } from '../../electron/db/default-folders.ts'
import { startEmbedded } from '../../electron/db/embedded/start.ts'
import type { DatabaseFault } from '../../electron/db/fault.ts'
import { inspectServer } from '../../electron/db/inspect.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { administratorOf } from '../../electron/db/open-embedded.ts'
import { provision } from '../../electron/db/provision.ts'
import { readSettings } from '../../electron/db/settings.ts'

/** A database, reached as its administrator. */
export type Target = {
  readonly admin: Connection
  /** The embedded server's folder, as it was asked for; null for a server that was named. */
  readonly dataFolder: string | null
  readonly close: () => Promise<void>
}

type Refused<T> = Result<T, 'CANNOT_FILL'>

/**
 * The database that the application would use: COREX_DATABASE_URL (as administrator), else the embedded one. Provisioned,
 * migrated and without a branch, or CANNOT_FILL with a sentence in details.reason; never somebody's real data.
 */
export async function openTarget(
  dataFolder: string | null,
  env: Readonly<Record<string, string | undefined>>,
  migrationsFolder: string,
  log: (line: string) => void,
): Promise<Refused<Target>> {
  const opened = await reachDatabase(dataFolder, env, migrationsFolder, log)
  if (!opened.ok) return opened
  try {
    const ready = await makeReady(opened.value.admin, migrationsFolder)
    if (ready.ok) return opened
    await opened.value.close()
    return ready
  } catch (error) {
    await opened.value.close()
    throw error
  }
}

/** The database that the application would use, as its administrator and as it is. Errors: CANNOT_FILL, with a sentence in details.reason. */
export async function reachDatabase(
  dataFolder: string | null,
  env: Readonly<Record<string, string | undefined>>,
  migrationsFolder: string,
  log: (line: string) => void,
): Promise<Refused<Target>> {
  const url = env['COREX_DATABASE_URL']
  if (url !== undefined && url !== '' && dataFolder !== null)
    return refuse('COREX_DATABASE_URL is set and --data is given: only one of them can be meant.')
  return url !== undefined && url !== ''
    ? await serverAt(url, migrationsFolder)
    : await embeddedIn(dataFolder, env, log)
}

const refuse = (reason: string) => failure('CANNOT_FILL', { reason })

async function embeddedIn(
  chosen: string | null,
  env: Readonly<Record<string, string | undefined>>,
  log: (line: string) => void,
): Promise<Refused<Target>> {
  const usual = defaultFolders(env)
  if (chosen === null) {
    const settings = await readSettings(usual.settingsFolder)
    if (settings.ok && settings.value.server !== null)
      return refuse(
        `The application is set to the server ${settings.value.server.host}. Give its administrator's URL in COREX_DATABASE_URL, or a folder of its own with --data.`,
      )
  }
  const dataFolder = resolve(chosen ?? usual.dataFolder)
  const started = await startEmbedded({ dataFolder, log })
  if (!started.ok) return refuse(sentenceOf(started.error))
  const { value: server } = started
  return ok({ admin: administratorOf(server), dataFolder, close: server.stop })
}

const sentenceOf = ({ code, details }: DatabaseFault) =>
  code === 'EMBEDDED_IN_USE'
    ? 'The application, or another program, is running on this database. Close it first.'
    : `The embedded database cannot be started: ${code} ${JSON.stringify(details ?? {})}`

async function serverAt(url: string, migrationsFolder: string): Promise<Refused<Target>> {
  const connection = parseConnection(url)
  if (!connection.ok) return refuse(`COREX_DATABASE_URL cannot be read: ${JSON.stringify(connection.error)}`)
  const report = await inspectServer(connection.value, migrationsFolder)
  if (!report.ok) return refuse(`The server cannot be used: ${JSON.stringify(report.error)}`)
  if (report.value.login !== 'administrator')
    return refuse('COREX_DATABASE_URL is a workstation login. This needs an administrator’s.')
  return ok({ admin: connection.value, dataFolder: null, close: async () => {} })
}

async function makeReady(admin: Connection, migrationsFolder: string): Promise<Refused<void>> {
  await provision(admin, admin.database, migrationsFolder)
  const migrated = await migrate(admin, migrationsFolder)
  if (!migrated.ok)
    return refuse(
      `The database belongs to another version of this program: ${JSON.stringify(migrated.error)}`,
    )
  return withClient(admin, async (client) => {
    const { rows } = await client.query<{ filled: boolean; working: boolean }>(`
      SELECT EXISTS (SELECT FROM corex.users) OR EXISTS (SELECT FROM corex.branches) AS filled,
        EXISTS (SELECT FROM pg_stat_activity a JOIN pg_roles r ON r.rolname = a.usename
          WHERE a.datname = current_database() AND NOT r.rolsuper AND pg_has_role(r.oid, 'corex_app', 'MEMBER')) AS working`)
    if (rows[0]?.filled !== false)
      return refuse(
        'This database already has a branch. Made-up customers are never mixed with real ones: choose an empty database.',
      )
    if (rows[0].working)
      return refuse('A workstation is connected to this database. Close the application first.')
    return ok(undefined)
  })
}
