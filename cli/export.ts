import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { attemptBackup, BackupEnded } from '../electron/backup/backup-fault.ts'
import { dataFolderIn } from '../electron/db/default-folders.ts'
import { exportBank, noteExport } from '../electron/export/export-bank.ts'
import { failed, progressTo } from './backup-words.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { openOptions } from './reach-database.ts'
import { runningServer } from './running-server.ts'

/** `corex export`: the whole database in files that a PostgreSQL of another version loads, while the application works. */
export const exporting: Command = {
  summary: 'Exports the whole database, for a release with another version of PostgreSQL',
  usage: ['export', 'export --folder <folder>    encrypted to the recovery sheet, to load elsewhere'],
  run: async (args, around) => {
    const { values } = parseArgs({ args: [...args], options: { folder: { type: 'string' } }, strict: false })
    const done = await attemptBackup(() =>
      write(typeof values.folder === 'string' ? values.folder : null, around),
    )
    return done.ok ? done.value : failed(around, done.error)
  },
}

async function write(root: string | null, around: Surroundings): Promise<ExitCode> {
  const { settingsFolder } = around.target
  const dataFolder = dataFolderIn(settingsFolder)
  const admin = runningServer(dataFolder, around.say)
  if (admin === null) throw new BackupEnded('SERVER_GONE')
  const { migrationsFolder } = openOptions(around.target)
  const written = await exportBank(
    { admin, settingsFolder, dataFolder, migrationsFolder, root },
    progressTo(around),
    around.signal,
  )
  await noteExport(admin, written.folder, userInfo().username)
  const { folder, at, serverVersion, schema, tables } = written
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  answer(around, { folder, at, serverVersion, schema, tables: tables.length, rows }, () => [
    `Exported ${rows} rows of ${tables.length} tables to ${folder}.`,
    'What is posted from now on is not in it: export again right before the release changes.',
  ])
  return EXIT.done
}
