import type { UseCase } from '../../workplace.ts'
import { type AtCounter, journalOf, postAtCounter, previewAtCounter, TILL } from './at-counter.ts'

type Withdrawal = AtCounter & { readonly signedBy: readonly string[] }

/** Cash paid out at the counter: debits the account, credits the caller's till. */
const withdrawalOf = ({ accountId, amount, currency, signedBy, presenter }: Withdrawal) =>
  journalOf({
    type: 'WITHDRAWAL',
    debit: { id: accountId },
    credit: TILL,
    amount,
    currency,
    signedBy,
    presenter,
  })

export const postWithdrawal: UseCase<'postings', 'postWithdrawal'> = (input, { db }) =>
  postAtCounter(db, input, withdrawalOf(input))

export const previewWithdrawal: UseCase<'postings', 'previewWithdrawal'> = (input, { db }) =>
  previewAtCounter(db, withdrawalOf(input))
