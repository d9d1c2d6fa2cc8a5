import type { UseCase } from '../../workplace.ts'
import { type AtCounter, journalOf, postAtCounter, previewAtCounter, TILL } from './at-counter.ts'

/** Cash paid in at the counter: debits the caller's till, credits the account. */
const depositOf = ({ accountId, amount, currency, presenter }: AtCounter) =>
  journalOf({ type: 'DEPOSIT', debit: TILL, credit: { id: accountId }, amount, currency, presenter })

export const postDeposit: UseCase<'postings', 'postDeposit'> = (input, { db }) =>
  postAtCounter(db, input, depositOf(input))

export const previewDeposit: UseCase<'postings', 'previewDeposit'> = (input, { db }) =>
  previewAtCounter(db, depositOf(input))
