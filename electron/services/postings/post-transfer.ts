import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { parsePositive } from '../../../shared/money.ts'
import { fail, ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { postAndRead, preview } from '../../ledger/counter.ts'

type TransferInput = { fromAccountId: string; toAccountId: string; amount: string; currency: string }

function transferJournal({ fromAccountId, toAccountId, amount, currency }: TransferInput) {
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_MISMATCH', { currency })
  if (fromAccountId === toAccountId) return fail('SAME_ACCOUNT')
  const parsed = parsePositive(amount, currency)
  return parsed.ok
    ? ok({ type: 'TRANSFER' as const, from: fromAccountId, to: toAccountId, amount: parsed.value })
    : parsed
}

/** Moves money between two accounts of customers: debits the one it comes from, credits the one it goes to. */
export const postTransfer: UseCase<'postings', 'postTransfer'> = async (input, { db }) => {
  const journal = transferJournal(input)
  return journal.ok ? postAndRead(db, input.key, journal.value, input.description) : journal
}

export const previewTransfer: UseCase<'postings', 'previewTransfer'> = async (input, { db }) => {
  const journal = transferJournal(input)
  return journal.ok ? preview(db, journal.value) : journal
}
