import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fromLedger, parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/** Opens an account for an approved customer, with its balance row. Sent twice, it opens one. */
export const openAccount: UseCase<'accounts', 'open'> = async (input, { db, user }) => {
  const { id, customerId, accountType, currency, agreedLimit } = input
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  const limit = parseNotNegative(agreedLimit === null || agreedLimit === '' ? '0' : agreedLimit, currency)
  if (!limit.ok) return limit
  return inTransaction(db, async (trx) => {
    const inserted = await trx
      .insertInto('accounts')
      .values({
        id,
        customer_id: customerId,
        account_type: accountType,
        currency,
        agreed_limit: toDecimal(limit.value),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('account_number')
      .executeTakeFirst()
    if (inserted !== undefined) return ok({ id, accountNumber: inserted.account_number })
    const earlier = await trx.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
    const same =
      earlier?.customer_id === customerId &&
      earlier.account_type === accountType &&
      earlier.currency === currency &&
      fromLedger(earlier.agreed_limit, currency).minor === limit.value.minor &&
      earlier.created_by === user.id
    return same ? ok({ id, accountNumber: earlier.account_number }) : fail('KEY_REUSED')
  })
}
