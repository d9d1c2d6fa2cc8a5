import { ok } from '../../shared/result.ts'
import { type Connection, parseConnection } from './connection.ts'
import type { Database, OpenOptions } from './database.ts'
import type { Attempt } from './fault.ts'
import { openEmbedded } from './open-embedded.ts'
import { openServer } from './open-server.ts'
import { readSettings, revealServer } from './settings.ts'

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

/** The server that the application connects to; null is the embedded server. */
export async function targetOf(
  options: Pick<OpenOptions, 'env' | 'settingsFolder' | 'secretBox'>,
): Promise<Attempt<Connection | null>> {
  const url = options.env['COREX_DATABASE_URL']
  if (url !== undefined && url !== '') return parseConnection(url)
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return settings
  if (settings.value.server === null) return ok(null)
  return revealServer(settings.value, options.settingsFolder, options.secretBox)
}
