import { parseNotNegative } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { postTillOpening } from '../../ledger/post-journal.ts'
import { branchCurrency } from '../branches/branch-currency.ts'

/** Opens a till for the caller and moves its float from the vault into it. */
export const openTill: UseCase<'tills', 'open'> = async ({ key, tillId, float }, { db, workplace }) => {
  const currency = await branchCurrency(db)
  const amount = parseNotNegative(float, currency)
  if (!amount.ok) return amount
  const opened = await inTransaction(db, async (trx) => {
    const sessionId = await postTillOpening(trx, key, tillId, amount.value)
    return trx
      .selectFrom('till_sessions as s')
      .innerJoin('tills as t', 't.id', 's.till_id')
      .where('s.id', '=', sessionId)
      .select(['t.id as tillId', 't.name', 's.opening_float as float'])
      .executeTakeFirstOrThrow()
  })
  workplace.emit('session.changed', {})
  return ok({ ...opened, currency })
}
