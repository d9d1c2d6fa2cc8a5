import type { BackupSettings } from './backup-settings.ts'

/** A week, less what the job of a day may be earlier than that of seven days ago. */
const WEEK_MS = 6.5 * 24 * 3600_000
/** A differential backup that is larger than this part of its full one is followed by a full one. */
const MOST_OF_FULL = 0.5

type Settings = Pick<BackupSettings, 'lastFull' | 'lastDifferential' | 'fullWanted'>

/**
 * Which backup comes next: every week a full one, in between what changed since. A full one comes before its time where the sheet, the time line or the
 * log is another one, and where nearly everything changed.
 */
export function nextCopy(
  { lastFull, lastDifferential, fullWanted }: Settings,
  now: number,
): 'FULL' | 'DIFFERENTIAL' {
  if (fullWanted || lastFull === null || now - Date.parse(lastFull.at) >= WEEK_MS) return 'FULL'
  return (lastDifferential?.bytes ?? 0) > MOST_OF_FULL * lastFull.bytes ? 'FULL' : 'DIFFERENTIAL'
}

/** Whether a folder and a sheet are chosen: before, no backup can be taken and no drill run. */
export const isSetUp = ({ folder, sheet }: Pick<BackupSettings, 'folder' | 'sheet'>): boolean =>
  folder !== null && sheet !== null

/** Whether somebody has taken the backup of a period by hand already, and nothing asks for another one. */
export const hasCopySince = ({ lastFull, lastDifferential, fullWanted }: Settings, moment: string): boolean =>
  !fullWanted && [lastFull, lastDifferential].some((copy) => copy !== null && isSince(copy.at, moment))

/** The same of a drill; one that found something is run again. */
export const hasDrillSince = ({ lastDrill }: Pick<BackupSettings, 'lastDrill'>, moment: string): boolean =>
  lastDrill !== null && lastDrill.fault === null && isSince(lastDrill.at, moment)

const isSince = (at: string, moment: string): boolean => Date.parse(at) >= Date.parse(moment)
