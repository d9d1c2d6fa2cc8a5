import { fail } from '../../../shared/errors.ts'
import type { UseCase } from '../../workplace.ts'
import { journalOf, postAtCounter, previewAtCounter } from './at-counter.ts'

type Transfer = {
  readonly fromAccountId: string
  readonly toAccountId: string
  readonly amount: string
  readonly currency: string
}

/** Money moved between two accounts of customers: debits the one that it comes from, credits the one that it goes to. */
const transferOf = ({ fromAccountId, toAccountId, amount, currency }: Transfer) =>
  fromAccountId === toAccountId
    ? fail('SAME_ACCOUNT')
    : journalOf({
        type: 'TRANSFER',
        debit: { id: fromAccountId },
        credit: { id: toAccountId },
        amount,
        currency,
      })

export const postTransfer: UseCase<'postings', 'postTransfer'> = (input, { db }) =>
  postAtCounter(db, input, transferOf(input))

export const previewTransfer: UseCase<'postings', 'previewTransfer'> = (input, { db }) =>
  previewAtCounter(db, transferOf(input))
