import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { ok } from '../shared/result.ts'
import type { OpenOptions } from '../electron/db/database.ts'
import { dataFolderIn } from '../electron/db/default-folders.ts'
import { type Attempt, fault } from '../electron/db/fault.ts'
import { targetOf } from '../electron/db/open-database.ts'
import { openServer } from '../electron/db/open-server.ts'
import { plainBox } from './plain-box.ts'
import { type Reached, reachEmbedded } from './reach-embedded.ts'

/** By which settings the database is found. */
export type Target = {
  readonly settingsFolder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: (line: string) => void
}

/** What the application is opened with, as far as it is known without Electron. */
export const openOptions = ({ settingsFolder, env, log }: Target): OpenOptions => ({
  settingsFolder,
  dataFolder: dataFolderIn(settingsFolder),
  migrationsFolder: migrationsFolder(),
  secretBox: plainBox,
  workstationName: `${hostname()}-cli`,
  env,
  log,
})

/** Beside the sources, and beside the folder of the built program. */
function migrationsFolder(): string {
  const beside = join(import.meta.dirname, '../migrations')
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../migrations')
}

/** The database that the application works with: COREX_DATABASE_URL, else the saved server, else the embedded one if it runs. */
export async function reachDatabase(target: Target): Promise<Attempt<Reached>> {
  const options = openOptions(target)
  const found = await targetOf(options)
  if (!found.ok) return found.error.details?.['reason'] === 'password' ? sealed(found.error.details) : found
  if (found.value === null) return reachEmbedded(options)
  const opened = await openServer(found.value, options)
  return opened.ok ? ok({ ...opened.value, close: opened.value.close }) : opened
}

/** The keyring of the application's user opens to the application alone. */
const sealed = (details: Readonly<Record<string, string>> = {}) =>
  fault('SETTINGS_DAMAGED', { ...details, reason: 'keyring' })
