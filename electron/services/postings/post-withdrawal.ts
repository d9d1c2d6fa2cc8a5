import type { UseCase } from '../../workplace.ts'
import { postAndRead, preview } from '../../ledger/counter.ts'
import { cashJournal } from './cash-journal.ts'

/** Cash paid out at the counter: debits the account, credits the caller's till. */
export const postWithdrawal: UseCase<'postings', 'postWithdrawal'> = async (input, context) => {
  const journal = await cashJournal('WITHDRAWAL', input, context)
  return journal.ok ? postAndRead(context.db, input.key, journal.value, input.description) : journal
}

export const previewWithdrawal: UseCase<'postings', 'previewWithdrawal'> = async (input, context) => {
  const journal = await cashJournal('WITHDRAWAL', input, context)
  return journal.ok ? preview(context.db, journal.value) : journal
}
