import { ok } from '../shared/result.ts'
import type { Connection } from '../electron/db/connection.ts'
import type { OpenOptions } from '../electron/db/database.ts'
import { isAlive, secretOf } from '../electron/db/embedded/cluster-folder.ts'
import { entranceOf, readPidFile } from '../electron/db/embedded/orphan.ts'
import { placeFor } from '../electron/db/embedded/account.ts'
import { enrolWorkstation } from '../electron/db/enrol.ts'
import { attempt, type Attempt, fault } from '../electron/db/fault.ts'
import { inspectServer, type ServerReport } from '../electron/db/inspect.ts'
import { administratorOf } from '../electron/db/open-embedded.ts'
import { readSettings, revealLogin, sealLogin, writeSettings } from '../electron/db/settings.ts'

/** A database that is in use, by a login of its own that is nobody's. */
export type Reached = {
  readonly kind: 'embedded' | 'server'
  readonly connection: Connection
  readonly serverVersion: string
  readonly close: () => Promise<void>
}

const KEY = 'embedded, command line'

/**
 * The embedded server, which runs while the application does: it is not started here, so that two programs never own it. Whoever may
 * read its folder may do everything with it; a login of its own is made once and used from then on.
 */
export async function reachEmbedded(options: OpenOptions): Promise<Attempt<Reached>> {
  const { folder } = placeFor(options.dataFolder, options.log)
  const running = readPidFile(folder)
  if (running === null || !running.ready || !isAlive(running.pid))
    return fault('SERVER_UNREACHABLE', { reason: 'EMBEDDED_DOWN', folder })
  const secret = await attempt(async () => secretOf(folder), { folder })
  if (!secret.ok) return secret
  const superuser = { user: 'postgres', password: secret.value }
  const admin = administratorOf({ ...entranceOf(running, folder), superuser })
  const usable = await inspectCurrent(admin, options)
  if (!usable.ok) return usable
  const connection = await ownLogin(admin, options)
  if (!connection.ok) return connection
  const { serverVersion } = usable.value
  return ok({ kind: 'embedded', connection: connection.value, serverVersion, close: async () => {} })
}

/** The application brings the schema up to date, not this program. */
async function inspectCurrent(admin: Connection, options: OpenOptions): Promise<Attempt<ServerReport>> {
  const report = await inspectServer(admin, options.migrationsFolder)
  if (!report.ok || report.value.schema === 'current') return report
  return fault(report.value.schema === 'newer' ? 'SCHEMA_NEWER' : 'SCHEMA_OLDER', { address: admin.host })
}

async function ownLogin(admin: Connection, options: OpenOptions): Promise<Attempt<Connection>> {
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return settings
  const kept = revealLogin(settings.value, KEY, options.secretBox)
  if (kept !== null && (await opens({ ...admin, ...kept }, options))) return ok({ ...admin, ...kept })
  const name = `${options.workstationName}-${settings.value.workstation}`
  const login = await attempt(() => enrolWorkstation(admin, name))
  if (!login.ok) return login
  const logins = { ...settings.value.logins, [KEY]: sealLogin(login.value, options.secretBox) }
  const saved = await writeSettings(options.settingsFolder, { ...settings.value, logins })
  return saved.ok ? ok({ ...admin, ...login.value }) : saved
}

const opens = async (connection: Connection, { migrationsFolder }: OpenOptions): Promise<boolean> =>
  (await inspectServer(connection, migrationsFolder)).ok
