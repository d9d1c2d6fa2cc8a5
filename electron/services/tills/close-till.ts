import { parseNotNegative } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { postTillClosing } from '../../ledger/post-journal.ts'
import { branchCurrency } from '../branches/branch-currency.ts'

/** Locks the first count of the caller's till, or for a supervisor of the named one. The proposal's id is the key of the intent. */
export const closeTill: UseCase<'tills', 'close'> = async (
  { key, counted, tillId = null },
  { db, workplace },
) => {
  const amount = parseNotNegative(counted, await branchCurrency(db))
  if (!amount.ok) return amount
  const sessionId = await inTransaction(db, (trx) => postTillClosing(trx, key, amount.value, tillId))
  workplace.emit('session.changed', {})
  return ok({ sessionId, approvalId: key })
}
