import { parseArgs } from 'node:util'
import { attemptBackup, type BackupFault } from '../electron/backup/backup-fault.ts'
import { Backups } from '../electron/backup/backups.ts'
import { restorableIn } from '../electron/backup/plan-restore.ts'
import type { OnStep } from '../electron/backup/steps.ts'
import { dataFolderIn } from '../electron/db/default-folders.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { runningServer } from './running-server.ts'

/** `corex backup`: a full backup now, beside the application, and what a folder holds. */
export const backup: Command = {
  summary: 'Takes a full backup of the embedded server, or lists what a folder restores',
  usage: ['backup', 'backup --list <folder>'],
  run: async (args, around) => {
    const { values } = parseArgs({ args: [...args], options: { list: { type: 'string' } }, strict: false })
    return typeof values.list === 'string' ? list(values.list, around) : take(around)
  },
}

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

export const progressTo =
  ({ progress }: Surroundings): OnStep =>
  (step, done, of) =>
    progress(done, of, step)

export function failed(around: Surroundings, { code, details = {} }: BackupFault): ExitCode {
  around.say([code, ...Object.values(details)].join(' '))
  answer(around, { fault: code, ...details }, () => [])
  return code === 'CANCELLED' ? EXIT.stopped : EXIT.failed
}
