import type { Kysely } from 'kysely'
import type { PostingPreview, PostingView } from '../../../shared/contract/postings.ts'
import type { Presenter } from '../../../shared/contract/presenter.ts'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { type AmountError, parsePositive } from '../../../shared/money.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { Journal, JournalAccount } from '../../ledger/journal-text.ts'
import { postJournal, previewJournal } from '../../ledger/post-journal.ts'

/** The caller's till; the ledger looks up which one it is. */
export const TILL = { own: 'TELLER_CASH' } as const

/** Cash on an account, and who stands at the counter where it is not its holder. */
export type AtCounter = {
  readonly accountId: string
  readonly amount: string
  readonly currency: string
  readonly presenter?: Presenter | undefined
}

type Movement = {
  readonly type: Journal['type']
  readonly debit: JournalAccount
  readonly credit: JournalAccount
  readonly amount: string
  readonly currency: string
  readonly signedBy?: readonly string[]
  readonly presenter?: Presenter | undefined
}

type JournalError = AmountError | 'CURRENCY_NOT_SUPPORTED'

/**
 * The journal of one amount that moves from one account to another.
 * Errors: those of the amount, CURRENCY_NOT_SUPPORTED for a code in which no account can be kept.
 */
export function journalOf(movement: Movement): Result<Journal, JournalError> {
  const { type, debit, credit, amount, currency, signedBy = [], presenter } = movement
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  const parsed = parsePositive(amount, currency)
  if (!parsed.ok) return parsed
  const legs = [
    { side: 'DEBIT', account: debit, amount: parsed.value },
    { side: 'CREDIT', account: credit, amount: parsed.value },
  ] as const
  return ok({ type, legs, currency, signedBy, ...(presenter === undefined ? {} : { presenter }) })
}

/** Posts the journal, once per key, and answers its receipt. A failed reading of the amount is passed on. */
export async function postAtCounter<E extends string>(
  db: Kysely<DB>,
  { key, description }: { readonly key: string; readonly description: string | null },
  journal: Result<Journal, E>,
): Promise<Result<PostingView, E>> {
  return journal.ok ? ok(await postJournal(db, key, journal.value, description)) : journal
}

/** What posting it would do now. */
export async function previewAtCounter<E extends string>(
  db: Kysely<DB>,
  journal: Result<Journal, E>,
): Promise<Result<PostingPreview, E>> {
  return journal.ok ? ok(await previewJournal(db, journal.value)) : journal
}
