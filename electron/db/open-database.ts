import { ok } from '../../shared/result.ts'
import { addressOf, type Connection, parseConnection, shareAServer } from './connection.ts'
import type { Database, OpenOptions } from './database.ts'
import { type Attempt, fault } from './fault.ts'
import { addressOfPolicy, type MachinePolicy } from './machine-policy.ts'
import { openEmbedded } from './open-embedded.ts'
import { openServer } from './open-server.ts'
import { readSettings, revealServer, type Settings } from './settings.ts'

/**
 * Opens the database that this workstation works with: COREX_DATABASE_URL, else the saved server, else the embedded one.
 * Every foreseen failure is a value, and in the log with its facts; the caller shows it with a way forward. A migration that
 * fails throws: it is a bug.
 */
export async function openDatabase(options: OpenOptions): Promise<Attempt<Database>> {
  const opened = await openTarget(options)
  if (!opened.ok) {
    const { code, details } = opened.error
    options.log(`The database cannot be used: ${code} ${JSON.stringify(details ?? {})}`)
  }
  return opened
}

async function openTarget(options: OpenOptions): Promise<Attempt<Database>> {
  const target = await targetOf(options)
  if (!target.ok) return target
  return target.value === null ? openEmbedded(options) : openServer(target.value, options)
}

type TargetOptions = Pick<OpenOptions, 'env' | 'settingsFolder' | 'secretBox' | 'policy' | 'isPackaged'>

/** The server that the application connects to; null is the embedded server. What the bank sets for the computer comes before all else. */
export async function targetOf(options: TargetOptions): Promise<Attempt<Connection | null>> {
  const policy = (await options.policy?.()) ?? ok(null)
  if (!policy.ok) return policy
  const server = policy.value?.server ?? null
  const url = options.env['COREX_DATABASE_URL'] ?? ''
  if (server === null && url !== '') return connectionOf(url, options.isPackaged === true)
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return settings
  if (server === null && settings.value.server === null) return ok(null)
  if (server !== null && !isAt(settings.value.server, server))
    return fault('NOT_ENROLLED', { address: addressOfPolicy(server) })
  const saved = revealServer(settings.value, options.settingsFolder, options.secretBox)
  if (!saved.ok || saved.value === null || server === null) return saved
  const { user, password } = saved.value
  return ok({ user, password, ...server })
}

/** A password in the environment is read by every program of the user: it is for development. */
function connectionOf(url: string, isPackaged: boolean): Attempt<Connection> {
  const connection = parseConnection(url)
  if (!connection.ok || !isPackaged || connection.value.password === '') return connection
  return fault('URL_HAS_PASSWORD', { address: addressOf(connection.value) })
}

const isAt = (saved: Settings['server'], server: NonNullable<MachinePolicy['server']>): boolean =>
  saved !== null && shareAServer(saved, server)
