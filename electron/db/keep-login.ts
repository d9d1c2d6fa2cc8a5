import type { Client } from 'pg'
import { ok } from '../../shared/result.ts'
import { withClient } from './admin.ts'
import { addressOf, type Connection, shareAServer } from './connection.ts'
import { BUILD } from '../build.ts'
import type { OpenOptions } from './database.ts'
import { attempt, type Attempt, codeOf } from './fault.ts'
import { findPrimary, type Primary } from './find-primary.ts'
import type { Expected } from './known-server.ts'
import { READ_TIMEOUT } from './proven-client.ts'
import { newPassword, scramVerifier } from './scram.ts'
import { type Settings, readSettings, writeSettings } from './settings.ts'

/**
 * A login that a code made gets another password by itself every now and then. The new one is written down before it is sent, and the same one is sent
 * again until an answer comes: whatever is lost in between, the server has the password that was kept or the one that is pending.
 */

type Options = Pick<OpenOptions, 'settingsFolder' | 'secretBox' | 'workstationName' | 'env' | 'log'>

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

/** The server of the list that takes changes, by the password that works there. */
export async function findWorking(
  connection: Connection,
  expected: Expected,
  options: Options,
): Promise<Attempt<Primary>> {
  const found = await findPrimary(connection, expected, options)
  if (found.ok || found.error.code !== 'AUTHENTICATION_FAILED') return found
  const changed = await withPendingPassword(connection, options)
  if (changed === null) return found
  const again = await findPrimary(changed, expected, options)
  if (!again.ok) return found
  const there = { ...again.value.connection, password: connection.password }
  return ok({ ...again.value, connection: await withWorkingPassword(there, options) })
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
    if (!isLate(error)) throw error
    options.log('The server did not write down in time that this workstation is here')
    return false
  }
}

/** The server ends a statement before this computer stops waiting for it, so that nothing is done behind its back; a commit that waits for a standby is not ended. */
const LIMITS = { statement_timeout: 3_000, query_timeout: 5_000 }

const isLate = (error: unknown): boolean =>
  error instanceof Error && (error.message === READ_TIMEOUT || codeOf(error) === '57014')

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
    { options: `-c corex.build=${BUILD}`, ...LIMITS },
  )

async function rotate(connection: Connection, settings: Settings, options: Options): Promise<Connection> {
  const address = addressOf(settings.server ?? connection)
  const kept =
    settings.pending?.address === address && settings.pending.code === null ? settings.pending : null
  const password = kept === null ? newPassword() : options.secretBox.decrypt(kept.password)
  const pending = kept ?? { address, password: options.secretBox.encrypt(password), code: null }
  const noted = await writeSettings(options.settingsFolder, { ...settings, pending })
  if (!noted.ok) return notRotated(connection, noted.error.code, options)
  const changed = await attempt(() => give(connection, password))
  if (!changed.ok)
    return withWorkingPassword(await notRotated(connection, changed.error.code, options), options)
  await settle({ ...settings, pending }, options)
  options.log('The login of this workstation has another password')
  return { ...connection, password }
}

async function give(connection: Connection, password: string): Promise<void> {
  const verifier = scramVerifier(password)
  const ask = (client: Client) => client.query('SELECT corex.rotate_password($1)', [verifier])
  try {
    await withClient(connection, ask, LIMITS)
  } catch (error) {
    if (isLate(error)) throw Object.assign(new Error('The server was late: timeout'), { cause: error })
    throw error
  }
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
