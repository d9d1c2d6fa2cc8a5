import { withClient } from './admin.ts'
import { addressOf, type Connection, shareAServer } from './connection.ts'
import { BUILD } from '../build.ts'
import type { OpenOptions } from './database.ts'
import { attempt } from './fault.ts'
import { READ_TIMEOUT } from './proven-client.ts'
import { newPassword, scramVerifier } from './scram.ts'
import { type Settings, readSettings, writeSettings } from './settings.ts'

/**
 * A login that a code made gets another password by itself every now and then. The new one is written down before it is sent, and the same one is sent
 * again until an answer comes: whatever is lost in between, the server has the password that was kept or the one that is pending.
 */

type Options = Pick<OpenOptions, 'settingsFolder' | 'secretBox' | 'workstationName' | 'log'>

/** The connection with the password that the server has: the pending one where an answer was lost. */
export async function withWorkingPassword(connection: Connection, options: Options): Promise<Connection> {
  const settings = await settingsOf(connection, options)
  if (settings?.pending == null || settings.pending.code !== null) return connection
  const now = await attempt(() => withClient(connection, async () => {}))
  if (now.ok || now.error.code !== 'AUTHENTICATION_FAILED') return connection
  const changed = { ...connection, password: options.secretBox.decrypt(settings.pending.password) }
  const then = await attempt(() => withClient(changed, async () => {}))
  if (!then.ok) return connection
  await settle(settings, options)
  return changed
}

/** The connection with the password that its login is about to get, where an answer was lost. */
export async function withPendingPassword(
  connection: Connection,
  options: Options,
): Promise<Connection | null> {
  const pending = (await settingsOf(connection, options))?.pending ?? null
  if (pending === null || pending.code !== null) return null
  return { ...connection, password: options.secretBox.decrypt(pending.password) }
}

/** Notes that this workstation is here, and gives its login another password where that is due. Answers the connection to work with. */
export async function visit(connection: Connection, options: Options): Promise<Connection> {
  if (!(await isDue(connection, options))) return connection
  const settings = await settingsOf(connection, options)
  return settings === null ? connection : rotate(connection, settings, options)
}

/** A server that cannot write it down, because its standby is away, is worked with all the same. */
async function isDue(connection: Connection, options: Options): Promise<boolean> {
  try {
    return await noteVisit(connection, options)
  } catch (error) {
    if (!(error instanceof Error) || error.message !== READ_TIMEOUT) throw error
    options.log('The server did not write down in time that this workstation is here')
    return false
  }
}

const WRITE_LIMIT_MS = 5_000

/** Whether the password is old enough for another one. */
export const noteVisit = (connection: Connection, options: Options): Promise<boolean> =>
  withClient(
    connection,
    async (client) => {
      const { rows } = await client.query<{ due: boolean }>('SELECT corex.note_visit($1) AS due', [
        options.workstationName,
      ])
      await client.query('SELECT corex.end_closed_connections()')
      return rows[0]?.due === true
    },
    { options: `-c corex.build=${BUILD}`, query_timeout: WRITE_LIMIT_MS },
  )

async function rotate(connection: Connection, settings: Settings, options: Options): Promise<Connection> {
  const address = addressOf(settings.server ?? connection)
  const kept =
    settings.pending?.address === address && settings.pending.code === null ? settings.pending : null
  const password = kept === null ? newPassword() : options.secretBox.decrypt(kept.password)
  const pending = kept ?? { address, password: options.secretBox.encrypt(password), code: null }
  const noted = await writeSettings(options.settingsFolder, { ...settings, pending })
  if (!noted.ok) return notRotated(connection, noted.error.code, options)
  const changed = await attempt(() =>
    withClient(
      connection,
      (client) => client.query('SELECT corex.rotate_password($1)', [scramVerifier(password)]),
      { query_timeout: WRITE_LIMIT_MS },
    ),
  )
  if (!changed.ok)
    return withWorkingPassword(await notRotated(connection, changed.error.code, options), options)
  await settle({ ...settings, pending }, options)
  options.log('The login of this workstation has another password')
  return { ...connection, password }
}

async function notRotated(connection: Connection, code: string, { log }: Options): Promise<Connection> {
  log(`The login of this workstation keeps its password for now: ${code}`)
  return connection
}

/** The settings, where they are about this login; those of a URL in the environment are nobody's to change. */
async function settingsOf(connection: Connection, options: Options): Promise<Settings | null> {
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return null
  const { server } = settings.value
  const isOurs = server !== null && server.user === connection.user && shareAServer(server, connection)
  return isOurs ? settings.value : null
}

/** The pending password is the password from now on. */
async function settle(settings: Settings, options: Options): Promise<void> {
  const { server, pending } = settings
  if (server === null || pending === null) return
  const kept = { ...settings, server: { ...server, password: pending.password }, pending: null }
  const saved = await writeSettings(options.settingsFolder, kept)
  // It is tried again at the next start: the pending password is still in the file.
  if (!saved.ok) options.log(`The settings cannot be written: ${saved.error.code}`)
}
