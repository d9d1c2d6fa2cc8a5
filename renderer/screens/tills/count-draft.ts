import { readTypedNotNegative } from '../../i18n/amounts.ts'
import { addUp, type Counted, type Counts } from './denominations.ts'

/** A count that is not posted yet: as pieces of each denomination, or as one total as typed. */
export type CountDraft = {
  readonly by: 'pieces' | 'total'
  readonly counts: Counts
  readonly typed: string
}

export const NOTHING_COUNTED: CountDraft = { by: 'pieces', counts: {}, typed: '' }

/** What the draft comes to. An empty field is not a count of zero. */
export function totalOf({ by, counts, typed }: CountDraft, currency: string): Counted {
  if (by === 'pieces') return addUp(counts, currency)
  if (typed.trim() === '') return { state: 'nothing' }
  const amount = readTypedNotNegative(typed, currency)
  return amount.ok ? { state: 'counted', total: amount.value } : { state: 'unreadable' }
}
