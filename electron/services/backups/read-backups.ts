import type { BackupView } from '../../../shared/contract/backups.ts'
import { ok } from '../../../shared/result.ts'
import type { BackupFault } from '../../backup/backup-fault.ts'
import type { BackupState } from '../../backup/backups.ts'
import type { DrillReport } from '../../backup/backup-settings.ts'
import type { UseCase } from '../../workplace.ts'
import { freeBeside } from './free-beside.ts'
import { aboutOf } from './refused.ts'

/** How the backups of the embedded server stand. */
export const readBackups: UseCase<'backups', 'read'> = async (_, { workplace }) => {
  const free = await freeBeside(workplace.options.dataFolder)
  return ok(viewOf(await workplace.backups.state(), workplace.database?.kind === 'embedded', free))
}

export function viewOf(
  { settings, news, trouble, held, work }: BackupState,
  isEmbedded: boolean,
  freeBytes: number | null,
): BackupView {
  const { folder, keepDays, sheet, wordsCheckedAt, lastFull, lastDifferential, lastDrill, timeline } =
    settings
  return {
    at: new Date().toISOString(),
    isEmbedded,
    folder,
    keepDays,
    hasSheet: sheet !== null,
    wordsCheckedAt,
    lastFull,
    lastDifferential,
    lastDrill: lastDrill === null ? null : reportOf(lastDrill),
    sealedAt: news?.sealedAt ?? null,
    shippedAt: news?.shippedAt ?? null,
    waitingBytes: news?.waitingBytes ?? 0,
    trouble: trouble === null ? null : faultOf(trouble),
    heldBytes: held?.held ?? null,
    heldLeft: held?.left ?? null,
    freeBytes,
    timeline,
    work,
  }
}

const faultOf = ({ code, details }: BackupFault) => ({ code, about: aboutOf(details) })

const reportOf = ({ fault, faultDetails, ...rest }: DrillReport): NonNullable<BackupView['lastDrill']> => ({
  ...rest,
  fault: fault === null ? null : { code: fault, about: aboutOf(faultDetails) },
})
