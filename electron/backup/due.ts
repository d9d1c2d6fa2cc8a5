import type { BackupSettings, Taken } from './backup-settings.ts'

const DAY_MS = 24 * 3600_000
const WEEK_MS = 7 * DAY_MS
/** A differential backup that is larger than this part of its full one is followed by a full one. */
const MOST_OF_FULL = 0.5

type Settings = Pick<BackupSettings, 'folder' | 'sheet' | 'lastFull' | 'lastDifferential' | 'fullWanted'>

/**
 * Every day a backup: every week a full one, in between what changed since. A full one comes before its time where the sheet, the time line or the log is
 * another one, and where nearly everything changed.
 */
export function backupDue(settings: Settings, now: number): 'FULL' | 'DIFFERENTIAL' | null {
  const { folder, sheet, lastFull, lastDifferential, fullWanted } = settings
  if (folder === null || sheet === null) return null
  const isOlder = (than: number, taken: Taken) => now - Date.parse(taken.at) >= than
  if (fullWanted || lastFull === null || isOlder(WEEK_MS, lastFull)) return 'FULL'
  if (!isOlder(DAY_MS, lastDifferential ?? lastFull)) return null
  return (lastDifferential?.bytes ?? 0) > MOST_OF_FULL * lastFull.bytes ? 'FULL' : 'DIFFERENTIAL'
}

/** A drill every week, and the next day after one that failed. */
export function isDrillDue({ folder, lastFull, lastDrill }: BackupSettings, now: number): boolean {
  if (folder === null || lastFull === null) return false
  if (lastDrill === null) return true
  return now - Date.parse(lastDrill.at) >= (lastDrill.fault === null ? WEEK_MS : DAY_MS)
}
