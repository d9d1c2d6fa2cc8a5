import type { BackupFaultCode } from '../../../shared/backup-faults.ts'
import { fail } from '../../../shared/errors.ts'
import { type Failure, type FailureDetails, ok, type Result } from '../../../shared/result.ts'
import { attemptBackup } from '../../backup/backup-fault.ts'

const ABOUT = ['file', 'folder', 'upTo', 'earliest', 'line', 'found', 'reason'] as const

/** The one fact that the sentence of a fault names. */
export const aboutOf = (details: FailureDetails = {}): string =>
  ABOUT.map((name) => details[name]).find((fact) => fact !== undefined && fact !== '') ?? ''

/** What happened to a backup, for its screen. */
export const refused = (fault: BackupFaultCode, details?: FailureDetails): Failure<'BACKUP_REFUSED'> =>
  fail('BACKUP_REFUSED', { fault, about: aboutOf(details), earlier: details?.['earlier'] ?? '' })

/** Runs `work`; what is expected to happen to a backup is told. */
export async function told<T>(work: () => Promise<T>): Promise<Result<T, 'BACKUP_REFUSED'>> {
  const answer = await attemptBackup(work)
  return answer.ok ? ok(answer.value) : refused(answer.error.code, answer.error.details)
}
