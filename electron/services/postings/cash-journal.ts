import type { Journal } from '../../ledger/post-journal.ts'
import { parsePositive } from '../../../shared/money.ts'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { SessionContext } from '../../workplace.ts'
import { cashAccountOf } from './my-till.ts'
import type { AmountError } from '../../../shared/money.ts'

type CashInput = {
  readonly accountId: string
  readonly amount: string
  readonly currency: string
  /** A preview has none. */
  readonly key?: string | null
}

/**
 * The journal of cash over the counter. A deposit debits the caller's till and credits the customer; a withdrawal is its
 * mirror. Errors: those of the amount, CURRENCY_MISMATCH for a code that no till can hold, TILL_NOT_OPEN.
 */
export async function cashJournal(
  type: 'DEPOSIT' | 'WITHDRAWAL',
  { accountId, amount, currency, key = null }: CashInput,
  { db, user }: SessionContext,
): Promise<Result<Journal, AmountError | 'CURRENCY_MISMATCH' | 'TILL_NOT_OPEN'>> {
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_MISMATCH', { currency })
  const parsed = parsePositive(amount, currency)
  if (!parsed.ok) return parsed
  const till = await cashAccountOf(db, user.id, type, key)
  if (!till.ok) return till
  const [from, to] = type === 'DEPOSIT' ? [till.value, accountId] : [accountId, till.value]
  return ok({ type, from, to, amount: parsed.value })
}
