import type { BackupSettings } from './backup-settings.ts'

const DAY_MS = 24 * 3600_000
const DRILL_EVERY_MS = 7 * DAY_MS

/** A full backup every day, and before its time where the sheet, the time line or the log is another one. */
export function isFullDue({ folder, sheet, lastFull, fullWanted }: BackupSettings, now: number): boolean {
  if (folder === null || sheet === null) return false
  return fullWanted || lastFull === null || now - Date.parse(lastFull.at) >= DAY_MS
}

/** A drill every week, and the next day after one that failed. */
export function isDrillDue({ folder, lastFull, lastDrill }: BackupSettings, now: number): boolean {
  if (folder === null || lastFull === null) return false
  if (lastDrill === null) return true
  return now - Date.parse(lastDrill.at) >= (lastDrill.fault === null ? DRILL_EVERY_MS : DAY_MS)
}
