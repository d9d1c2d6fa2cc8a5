import { parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { postTillOpening } from '../../ledger/post-journal.ts'
import { branchCurrency } from '../branches/branch-currency.ts'
import { readTills } from './list-tills.ts'

/** Opens a till for the caller. Its float, as the caller counted it, waits for the second person who counts it. */
export const openTill: UseCase<'tills', 'open'> = async ({ key, tillId, float }, { db, workplace }) => {
  const currency = await branchCurrency(db)
  const amount = parseNotNegative(float, currency)
  if (!amount.ok) return amount
  await inTransaction(db, (trx) => postTillOpening(trx, key, tillId, amount.value))
  const till = (await readTills(db)).tills.find(({ id }) => id === tillId)
  workplace.emit('session.changed', {})
  return ok({
    tillId,
    name: till?.name ?? '',
    float: toDecimal(amount.value),
    currency,
    approvalId: till?.waits ?? null,
  })
}
