import type { BackupFault } from '../electron/backup/backup-fault.ts'
import type { OnStep } from '../electron/backup/steps.ts'
import { answer, EXIT, type ExitCode, type Surroundings } from './command.ts'

export const progressTo =
  ({ progress }: Surroundings): OnStep =>
  (step, done, of) =>
    progress(done, of, step)

export function failed(around: Surroundings, { code, details = {} }: BackupFault): ExitCode {
  around.say([code, ...Object.values(details)].join(' '))
  answer(around, { fault: code, ...details }, () => [])
  return code === 'CANCELLED' ? EXIT.stopped : EXIT.failed
}
