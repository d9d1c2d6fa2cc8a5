import type { DrillReport } from '../../backup/backup-settings.ts'
import type { BackupState } from '../../backup/backups.ts'
import { isSetUp } from '../../backup/due.ts'
import { aboutOf } from '../backups/refused.ts'
import type { BackupHealth } from './facts.ts'

const faultOf = ({ fault, faultDetails }: DrillReport) =>
  fault === null ? null : { code: fault, about: aboutOf(faultDetails) }

/** How the backups of the embedded server stand, of what their program knows. */
export function backupHealth({
  settings,
  news,
  trouble,
}: Pick<BackupState, 'settings' | 'news' | 'trouble'>): BackupHealth {
  const { wordsCheckedAt, lastFull, lastDifferential, lastDrill } = settings
  return {
    isSetUp: isSetUp(settings),
    shippedAt: news?.shippedAt ?? null,
    trouble: trouble === null ? null : { code: trouble.code, about: aboutOf(trouble.details) },
    // A differential one is of the same full one, and later.
    copyAt: lastDifferential?.at ?? lastFull?.at ?? null,
    drill: lastDrill === null ? null : { at: lastDrill.at, fault: faultOf(lastDrill) },
    wordsAt: wordsCheckedAt,
  }
}
