import { parseArgs } from 'node:util'
import { attemptBackup } from '../electron/backup/backup-fault.ts'
import { DEFAULT_KEEP_DAYS } from '../electron/backup/backup-settings.ts'
import { Backups } from '../electron/backup/backups.ts'
import { restorableIn } from '../electron/backup/plan-restore.ts'
import { KEEP_DAYS } from '../shared/contract/backups.ts'
import { dataFolderIn } from '../electron/db/default-folders.ts'
import { failed, progressTo } from './backup-words.ts'
import { chooseFolder } from './choose-backups.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { runningServer } from './running-server.ts'

const OPTIONS = {
  list: { type: 'string' },
  choose: { type: 'string' },
  'keep-days': { type: 'string' },
} as const

/** `corex backup`: a full backup now, beside the application, what a folder holds, and where a service's backups go. */
export const backup: Command = {
  summary: 'Takes a full backup of the embedded server, or lists what a folder restores',
  usage: [
    'backup',
    'backup --list <folder>',
    `backup --choose <folder> [--keep-days ${DEFAULT_KEEP_DAYS}]    where corex serve backs up to; asks for the recovery sheet`,
  ],
  run: async (args, around) => {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: false })
    if (typeof values.list === 'string') return list(values.list, around)
    if (values.choose === undefined) return take(around)
    const keepDays = Number(values['keep-days'] ?? DEFAULT_KEEP_DAYS)
    if (typeof values.choose === 'string' && isKept(keepDays))
      return chooseFolder(values.choose, keepDays, around)
    around.say('There is no such form: corex backup --help')
    return EXIT.usage
  },
}

const isKept = (days: number): boolean =>
  Number.isInteger(days) && days >= KEEP_DAYS.least && days <= KEEP_DAYS.most

async function list(folder: string, around: Surroundings): Promise<ExitCode> {
  const found = await attemptBackup(() => restorableIn(folder))
  if (!found.ok) return failed(around, found.error)
  answer(around, found.value, () =>
    found.value.map(
      ({ system, timeline, from, upTo }) => `${system}  time line ${timeline}  ${from} to ${upTo}`,
    ),
  )
  return EXIT.done
}

/** The application keeps the log and the settings; without it there is no server to copy. */
async function take(around: Surroundings): Promise<ExitCode> {
  const { settingsFolder } = around.target
  const dataFolder = dataFolderIn(settingsFolder)
  const admin = runningServer(dataFolder, around.say)
  if (admin === null) return failed(around, { code: 'SERVER_GONE' })
  const backups = new Backups({ settingsFolder, dataFolder, secretBox: null, log: around.say })
  await backups.visit(admin)
  const taken = await attemptBackup(() => backups.takeFull(progressTo(around), around.signal))
  if (!taken.ok) return failed(around, taken.error)
  const { finishedAt, size, files } = taken.value
  answer(around, taken.value, () => [
    `Full backup of ${finishedAt}: ${size} bytes, ${files.base.bytes} sealed`,
  ])
  return EXIT.done
}
