import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { attemptBackup, BackupEnded } from '../electron/backup/backup-fault.ts'
import { Backups } from '../electron/backup/backups.ts'
import { identityOfSheet } from '../electron/backup/keys.ts'
import { restorableIn } from '../electron/backup/plan-restore.ts'
import { dataFolderIn } from '../electron/db/default-folders.ts'
import { secretOf } from '../shared/rules/sheet-lines.ts'
import { askWords } from './ask-unseen.ts'
import { failed, progressTo } from './backup-words.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { openOptions } from './reach-database.ts'

const OPTIONS = {
  folder: { type: 'string' },
  until: { type: 'string' },
  bank: { type: 'string' },
  key: { type: 'boolean' },
} as const

/** `corex restore`: a bank in the place of the data of this computer, while the application is closed. The words are asked for. */
export const restore: Command = {
  summary: 'Restores a bank from a backup folder; the words of the recovery sheet are asked for',
  usage: [
    'restore --folder <folder> [--until <2026-11-27T11:39:00>] [--bank <number>]',
    'restore --key    prints the key that follows from the words, for the program age',
  ],
  run: async (args, around) => {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: false })
    const until = typeof values.until === 'string' ? new Date(values.until) : null
    const isMoment = until === null || !Number.isNaN(until.getTime())
    if (!isMoment || (values.key !== true && typeof values.folder !== 'string')) {
      around.say('corex restore --help says how it is written.')
      return EXIT.usage
    }
    const done = await attemptBackup(async () => {
      const secret = secretFrom(await askWords((question) => void process.stderr.write(question)))
      if (values.key === true) return printKey(secret, around)
      return restoreFrom({ root: String(values.folder), until, bank: values.bank, secret }, around)
    })
    return done.ok ? done.value : failed(around, done.error)
  },
}

export function secretFrom(lines: readonly string[]): Buffer {
  const secret = secretOf(lines)
  if (typeof secret === 'number') throw new BackupEnded('LINE_WRONG', { line: String(secret) })
  return Buffer.from(secret)
}

function printKey(secret: Buffer, { out }: Surroundings): ExitCode {
  out(`${identityOfSheet(secret)}\n`)
  return EXIT.done
}

type Asked = {
  readonly root: string
  readonly until: Date | null
  readonly bank: unknown
  readonly secret: Buffer
}

async function restoreFrom({ root, until, bank, secret }: Asked, around: Surroundings): Promise<ExitCode> {
  const { settingsFolder } = around.target
  const dataFolder = dataFolderIn(settingsFolder)
  const banks = new Set((await restorableIn(root)).map(({ system }) => system))
  const [first] = banks
  const system = typeof bank === 'string' ? bank : first
  if (system === undefined) throw new BackupEnded('NO_BACKUP', { folder: root })
  if (typeof bank !== 'string' && banks.size > 1) {
    around.say(`The folder has several banks: name one with --bank. ${[...banks].join(' ')}`)
    return EXIT.usage
  }
  const backups = new Backups({ settingsFolder, dataFolder, secretBox: null, log: around.say })
  const { migrationsFolder } = openOptions(around.target)
  const recording = { migrationsFolder, operator: userInfo().username }
  const wanted = { root, system, until, secret }
  const { upTo, checked, setAside, damaged } = await backups.restoreBank(
    wanted,
    recording,
    progressTo(around),
    around.signal,
  )
  const facts = { upTo: upTo.toISOString(), postings: checked.postings, setAside, damaged }
  answer(around, facts, () => [
    `Restored up to ${facts.upTo}: ${facts.postings} postings, every check passed.`,
    ...(setAside === null ? [] : [`What was there before is in ${setAside}.`]),
    ...damaged.map((place) => `Damaged in the backup, and done without: ${place}`),
    'Start the application: the bank is on a new time line, and a full backup follows by itself.',
  ])
  return EXIT.done
}
