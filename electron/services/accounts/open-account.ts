import { sql } from 'kysely'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Opens an account for an approved customer, with its balance row. Sent twice, it opens one. */
export const openAccount: UseCase<'accounts', 'open'> = async (input, { db }) => {
  const { id, customerId, accountType, currency, agreedLimit, productId } = input
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  const limit = parseNotNegative(agreedLimit === null || agreedLimit === '' ? '0' : agreedLimit, currency)
  if (!limit.ok) return limit
  const { rows } = await sql<{
    number: string
  }>`SELECT open_account(${id}, ${customerId}, ${accountType}, ${currency}, ${toDecimal(limit.value)}::numeric, ${productId}::uuid) AS number`.execute(
    db,
  )
  return ok({ id, accountNumber: rows[0]?.number ?? '' })
}
