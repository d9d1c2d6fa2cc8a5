import type { UseCase } from '../../workplace.ts'
import { journalOf, postAtCounter, previewAtCounter, TILL } from './at-counter.ts'

type Deposit = { readonly accountId: string; readonly amount: string; readonly currency: string }

/** Cash paid in at the counter: debits the caller's till, credits the account. */
const depositOf = ({ accountId, amount, currency }: Deposit) =>
  journalOf({ type: 'DEPOSIT', debit: TILL, credit: { id: accountId }, amount, currency })

export const postDeposit: UseCase<'postings', 'postDeposit'> = (input, { db }) =>
  postAtCounter(db, input, depositOf(input))

export const previewDeposit: UseCase<'postings', 'previewDeposit'> = (input, { db }) =>
  previewAtCounter(db, depositOf(input))
