import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'

type Reversal = CallInput<'postings.reverse'>

/** A whole reversal of a posting whose amount was wrong, with a key of its own. */
export const newReversal = (transactionId: string, changes: Partial<Reversal> = {}): Reversal => ({
  key: randomUUID(),
  transactionId,
  reasonCode: 'WRONG_AMOUNT',
  words: null,
  withFees: true,
  ...changes,
})
