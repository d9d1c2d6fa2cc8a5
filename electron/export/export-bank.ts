import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BackupEnded } from '../backup/backup-fault.ts'
import { KeptSettings } from '../backup/backup-settings.ts'
import { recipientOf } from '../backup/keys.ts'
import { finishTask } from '../backup/run-task.ts'
import type { OnStep } from '../backup/steps.ts'
import { inDatabase, withClient } from '../db/admin.ts'
import { type Connection, DATABASE_NAME } from '../db/connection.ts'
import { ensureExportKey } from './export-key.ts'
import { type Export, exportName, readExport } from './layout.ts'

export type Exporting = {
  /** The administrator's of the server that runs. */
  readonly admin: Connection
  readonly settingsFolder: string
  readonly dataFolder: string
  readonly migrationsFolder: string
  /** A share or a disk; null for the place beside the data. */
  readonly root: string | null
}

/**
 * Writes the whole database into an export. It opens on this computer, and by the words of the recovery sheet where there is one; what goes
 * elsewhere needs one. NOT_SET_UP, FOLDER_AWAY, DISK_FULL.
 */
export async function exportBank(
  { admin, settingsFolder, dataFolder, migrationsFolder, root }: Exporting,
  onStep: OnStep,
  signal: AbortSignal,
): Promise<Export> {
  const { sheet } = await new KeptSettings(settingsFolder).read()
  if (root !== null && sheet === null) throw new BackupEnded('NOT_SET_UP')
  if (root !== null) await stat(root)
  const own = await recipientOf(await ensureExportKey(settingsFolder))
  const folder = join(root ?? dirname(dataFolder), exportName(dataFolder, new Date()))
  const recipients = [own, ...(sheet === null ? [] : [sheet])]
  const order = { admin: inDatabase(admin, DATABASE_NAME), folder, migrationsFolder, recipients }
  onStep('COPY', 0, 1)
  await finishTask({ kind: 'export', order }, { onBytes: (done, of) => onStep('COPY', done, of) }, signal)
  return readExport(folder)
}

/** Says in the books that they were exported by somebody who is not signed in. */
export const noteExport = (admin: Connection, folder: string, operator: string): Promise<void> =>
  withClient(inDatabase(admin, DATABASE_NAME), async (client) => {
    await client.query('SET search_path = corex, ext')
    await client.query('SELECT record_export($1, $2)', [folder, operator])
  })
