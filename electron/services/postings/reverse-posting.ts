import { ok } from '../../../shared/result.ts'
import { previewReversal, reversePosting } from '../../ledger/reverse-posting.ts'
import type { UseCase } from '../../workplace.ts'

/** Undoes a posting by one that mirrors it, or puts that before a supervisor where the rule asks for a second person. */
export const reverse: UseCase<'postings', 'reverse'> = async (input, { db }) =>
  ok(await reversePosting(db, input))

export const previewReverse: UseCase<'postings', 'previewReversal'> = async (
  { transactionId, withFees },
  { db },
) => ok(await previewReversal(db, transactionId, withFees))
