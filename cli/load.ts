import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { attemptBackup, BackupEnded } from '../electron/backup/backup-fault.ts'
import { identityOfSheet } from '../electron/backup/keys.ts'
import { dataFolderIn } from '../electron/db/default-folders.ts'
import { loadBank } from '../electron/export/load-bank.ts'
import { secretOf } from '../shared/rules/sheet-lines.ts'
import { askWords } from './ask-unseen.ts'
import { failed, progressTo } from './backup-words.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { openOptions } from './reach-database.ts'

const OPTIONS = { folder: { type: 'string' }, words: { type: 'boolean' } } as const

/** `corex load`: an export in the place of the data of this computer, while the application is closed. */
export const load: Command = {
  summary:
    'Loads the newest export into the PostgreSQL of this release, in the place of the data of this computer',
  usage: [
    'load                       of this computer, from beside its data',
    'load --folder <folder>     of another one: the words of the recovery sheet are asked for',
    'load --words               of this computer, by the words',
  ],
  run: async (args, around) => {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: false })
    const root = typeof values.folder === 'string' ? values.folder : null
    const done = await attemptBackup(() => from(root, root !== null || values.words === true, around))
    return done.ok ? done.value : failed(around, done.error)
  },
}

async function from(root: string | null, byWords: boolean, around: Surroundings): Promise<ExitCode> {
  const { settingsFolder } = around.target
  const loaded = await loadBank(
    {
      settingsFolder,
      dataFolder: dataFolderIn(settingsFolder),
      migrationsFolder: openOptions(around.target).migrationsFolder,
      operator: userInfo().username,
      log: around.say,
      root,
      identity: byWords ? identityOfSheet(await secretTyped()) : null,
    },
    progressTo(around),
    around.signal,
  )
  const { exportedAt, tables, rows, serverVersion, setAside, checked } = loaded
  answer(around, { exportedAt, tables, rows, serverVersion, setAside, postings: checked.postings }, () => [
    `Loaded ${rows} rows of ${tables} tables into PostgreSQL ${serverVersion}: each row compared, every check passed.`,
    `They are of ${exportedAt}; what was posted after it is not among them.`,
    ...(setAside === null ? [] : [`What was there before is unchanged in ${setAside}.`]),
    'Start the application. Backups begin anew with a full one.',
  ])
  return EXIT.done
}

async function secretTyped(): Promise<Buffer> {
  const secret = secretOf(await askWords((question) => void process.stderr.write(question)))
  if (typeof secret === 'number') throw new BackupEnded('LINE_WRONG', { line: String(secret) })
  return Buffer.from(secret)
}
