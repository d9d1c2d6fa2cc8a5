import type { UseCase } from '../../workplace.ts'
import { postAndRead, preview } from '../../ledger/counter.ts'
import { cashJournal } from './cash-journal.ts'

/** Cash paid in at the counter: debits the caller's till, credits the account. */
export const postDeposit: UseCase<'postings', 'postDeposit'> = async (input, context) => {
  const journal = await cashJournal('DEPOSIT', input, context)
  return journal.ok ? postAndRead(context.db, input.key, journal.value, input.description) : journal
}

export const previewDeposit: UseCase<'postings', 'previewDeposit'> = async (input, context) => {
  const journal = await cashJournal('DEPOSIT', input, context)
  return journal.ok ? preview(context.db, journal.value) : journal
}
