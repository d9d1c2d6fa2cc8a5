import type { BackupView } from '../../../shared/contract/backups.ts'

export type Warning = 'noSheet' | 'noFolder' | 'late' | 'held' | 'free' | 'wordsOld'

const QUARTER_MS = 15 * 60_000
const YEAR_MS = 366 * 24 * 3600_000
/** Of what the server may hold of its log, this part is said long before the rest is used up. */
const HELD_PART = 0.25
const FREE_BYTES = 5_000_000_000

/** What an administrator should see to, the gravest first. */
export function warningsOf(view: BackupView): Warning[] {
  if (!view.isEmbedded) return []
  if (!view.hasSheet) return ['noSheet']
  if (view.folder === null) return ['noFolder']
  const heldBytes = view.heldBytes ?? 0
  const since = (moment: string | null) =>
    moment === null ? Infinity : Date.parse(view.at) - Date.parse(moment)
  const found: ReadonlyArray<readonly [Warning, boolean]> = [
    ['held', heldBytes > HELD_PART * (heldBytes + (view.heldLeft ?? Infinity))],
    ['free', view.freeBytes !== null && view.freeBytes < FREE_BYTES],
    ['late', view.lastFull !== null && since(view.shippedAt) > QUARTER_MS],
    ['wordsOld', since(view.wordsCheckedAt) > YEAR_MS],
  ]
  return found.flatMap(([warning, applies]) => (applies ? [warning] : []))
}

/** How many things wait for an administrator: warnings, a trouble, a drill that failed. */
export const thingsToDo = (view: BackupView): number =>
  warningsOf(view).length +
  (view.isEmbedded && view.trouble !== null ? 1 : 0) +
  (view.isEmbedded && view.lastDrill?.fault != null ? 1 : 0)
