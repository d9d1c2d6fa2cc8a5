import { sql } from 'kysely'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fail } from '../../../shared/errors.ts'
import { parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Puts another overdraft or principal of an account before a second person. Sent twice, it is proposed once. */
export const proposeLimit: UseCase<'accounts', 'proposeLimit'> = async (input, { db }) => {
  const { key, accountId, currency, agreedLimit } = input
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  const limit = parseNotNegative(agreedLimit, currency)
  if (!limit.ok) return limit
  await sql`SELECT propose_limit(${key}, ${accountId}, ${toDecimal(limit.value)}::numeric)`.execute(db)
  return ok({})
}
