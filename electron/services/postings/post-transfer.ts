import { fail } from '../../../shared/errors.ts'
import type { UseCase } from '../../workplace.ts'
import { journalOf, postAtCounter, previewAtCounter } from './at-counter.ts'

type Transfer = {
  readonly fromAccountId: string
  readonly toAccountId: string
  readonly amount: string
  readonly currency: string
  readonly signedBy: readonly string[]
}

/** Money moved between two accounts of customers: debits the one that it comes from, credits the one that it goes to. */
const transferOf = ({ fromAccountId, toAccountId, amount, currency, signedBy }: Transfer) =>
  fromAccountId === toAccountId
    ? fail('SAME_ACCOUNT')
    : journalOf({
        type: 'TRANSFER',
        debit: { id: fromAccountId },
        credit: { id: toAccountId },
        amount,
        currency,
        signedBy,
      })

export const postTransfer: UseCase<'postings', 'postTransfer'> = (input, { db }) =>
  postAtCounter(db, input, transferOf(input))

export const previewTransfer: UseCase<'postings', 'previewTransfer'> = (input, { db }) =>
  previewAtCounter(db, transferOf(input))
