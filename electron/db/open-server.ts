import { ok } from '../../shared/result.ts'
import { withClient } from './admin.ts'
import { checkClock } from './check-clock.ts'
import { addressOf, type Connection, parseConnection } from './connection.ts'
import { type Database, type OpenOptions, databaseOver } from './database.ts'
import { attempt, type Attempt, fault } from './fault.ts'
import { inspectServer, type ServerReport } from './inspect.ts'
import { seePrimary } from './find-primary.ts'
import { type Expected, expectKnown, rememberServer, withKey, withoutKey } from './known-server.ts'
import { resetOwnSettings } from './role-settings.ts'
import { readSettings, sealLogin, writeSettings } from './settings.ts'
import { findWorking, visit, withWorkingPassword } from './keep-login.ts'
import { withRoute } from './route.ts'
import { prepareAsAdministrator } from './workstation-login.ts'

type Prepared = Pick<Database, 'connection' | 'serverVersion' | 'system' | 'warnings'> &
  Pick<UsableReport, 'timeline'>

/**
 * Opens a configured server. An administrator's login is used to set up and to enrol this workstation, and then no longer; a
 * workstation's login is used as it is, after checking the schema's version.
 */
export async function openServer(connection: Connection, options: OpenOptions): Promise<Attempt<Database>> {
  const prepared = await prepare(connection, 'known', options)
  if (!prepared.ok) return prepared
  const { warnings, system, timeline } = prepared.value
  const visited = await attempt(() => visit(prepared.value.connection, options))
  if (!visited.ok) return visited
  const identity = { system, key: null }
  const workstation = withRoute(visited.value, { identity, timeline }, options)
  const clock = await checkClock(workstation, options)
  if (!clock.ok) return clock
  for (const warning of warnings) options.log(`The server should be looked after: ${warning}`)
  return ok(databaseOver('server', workstation, prepared.value, async () => {}))
}

async function prepare(
  configured: Connection,
  expected: Expected,
  options: OpenOptions,
): Promise<Attempt<Prepared>> {
  const connection = await locate(configured, expected, options)
  if (!connection.ok) return connection
  const report = await inspectUsable(connection.value, options.migrationsFolder)
  if (!report.ok) return report
  const remembered = await rememberServer(connection.value, report.value, expected, options)
  return remembered.ok
    ? enter(withKey(connection.value, report.value.identity), report.value, options)
    : remembered
}

/** The connection to the server of the list that takes changes, with the password that works there; one alone is looked at by its inspection. */
async function locate(
  configured: Connection,
  expected: Expected,
  options: OpenOptions,
): Promise<Attempt<Connection>> {
  if (configured.places === undefined) {
    const connection = await withWorkingPassword(configured, options)
    return expected === 'known' ? expectKnown(connection, options) : ok(connection)
  }
  const found = await findWorking(configured, expected, options)
  return found.ok ? ok(found.value.connection) : found
}

async function enter(
  connection: Connection,
  { login, serverVersion, identity: { system }, timeline, warnings }: UsableReport,
  options: OpenOptions,
): Promise<Attempt<Prepared>> {
  if (login === 'workstation') {
    const reset = await attempt(() => withClient(connection, resetOwnSettings))
    return reset.ok ? ok({ connection, serverVersion, system, timeline, warnings }) : reset
  }
  const set = await attempt(() => prepareAsAdministrator(connection, addressOf(connection), options))
  if (!set.ok) return set
  return set.value.ok
    ? ok({ connection: set.value.value, serverVersion, system, timeline, warnings })
    : set.value
}

export type UsableReport = ServerReport & { readonly schema: 'absent' | 'older' | 'current' }

async function inspectUsable(
  connection: Connection,
  migrationsFolder: string,
): Promise<Attempt<UsableReport>> {
  const report = await inspectServer(connection, migrationsFolder)
  if (!report.ok) return report
  const { schema, login } = report.value
  const address = { address: addressOf(connection) }
  if (schema === 'newer') return fault('SCHEMA_NEWER', address)
  if (login === 'workstation' && schema === 'absent') return fault('NOT_PROVISIONED', address)
  if (login === 'workstation' && schema === 'older') return fault('SCHEMA_OLDER', address)
  return ok({ ...report.value, schema })
}

/** What the settings screen shows before anything is saved. Changes nothing on the server. */
export async function testConnection(
  url: string,
  certificateAuthority: string | null,
  migrationsFolder: string,
): Promise<Attempt<UsableReport>> {
  const connection = parseConnection(url, certificateAuthority)
  if (!connection.ok) return connection
  const found = connection.value.places === undefined ? connection : await seePrimary(connection.value)
  return found.ok ? inspectUsable(found.value, migrationsFolder) : found
}

/**
 * Sets a server up for this workstation, if need be, and saves it as the choice: with the workstation's login, never with
 * an administrator's. The running database stays open: close it and call `openDatabase` again.
 */
export async function chooseServer(
  url: string,
  certificateAuthority: string | null,
  expected: Expected,
  options: OpenOptions,
): Promise<Attempt<void>> {
  const connection = parseConnection(url, certificateAuthority)
  return connection.ok ? chooseConnection(connection.value, expected, options) : connection
}

/** The same for a connection that is known already. */
export async function chooseConnection(
  connection: Connection,
  expected: Expected,
  options: OpenOptions,
): Promise<Attempt<void>> {
  const prepared = await prepare(connection, expected, options)
  return prepared.ok ? save(prepared.value.connection, options) : prepared
}

/** Goes back to the embedded server; the saved logins of other servers are kept. */
export const chooseEmbedded = (options: OpenOptions): Promise<Attempt<void>> => save(null, options)

async function save(connection: Connection | null, options: OpenOptions): Promise<Attempt<void>> {
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return settings
  const server =
    connection === null ? null : { ...withoutKey(connection), ...sealLogin(connection, options.secretBox) }
  return writeSettings(options.settingsFolder, { ...settings.value, server, pending: null })
}
