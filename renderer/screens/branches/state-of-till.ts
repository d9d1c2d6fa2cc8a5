import type { TillOfDay } from '../../../shared/contract/branches.ts'

type Counted = Pick<TillOfDay, 'holder' | 'difference'>

/** Nobody's, held, or how its count came out. */
export function stateOfTill({ holder, difference }: Counted): 'free' | 'held' | 'exact' | 'short' | 'over' {
  if (holder === null) return 'free'
  if (difference === null) return 'held'
  if (Number(difference) === 0) return 'exact'
  return difference.startsWith('-') ? 'short' : 'over'
}
