import type { TillOfDay } from '../../../shared/contract/branches.ts'

type Counted = Pick<TillOfDay, 'holder' | 'isCounted' | 'difference'>

/** Nobody's, held, counted once, or how its count came out. */
export function stateOfTill(till: Counted): 'free' | 'held' | 'counted' | 'exact' | 'short' | 'over' {
  const { holder, isCounted, difference } = till
  if (holder === null) return 'free'
  if (difference === null) return isCounted ? 'counted' : 'held'
  if (Number(difference) === 0) return 'exact'
  return difference.startsWith('-') ? 'short' : 'over'
}
