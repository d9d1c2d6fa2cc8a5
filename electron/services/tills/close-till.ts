import { sql } from 'kysely'
import { parseNotNegative } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { postTillClosing } from '../../ledger/post-journal.ts'
import { branchCurrency } from '../branches/branch-currency.ts'

/**
 * Closes the caller's till, or for a supervisor the named one, on a blind count: the expected amount is in the answer and
 * nowhere before.
 */
export const closeTill: UseCase<'tills', 'close'> = async (
  { key, counted, tillId = null },
  { db, workplace },
) => {
  const currency = await branchCurrency(db)
  const amount = parseNotNegative(counted, currency)
  if (!amount.ok) return amount
  const closed = await inTransaction(db, async (trx) => {
    const sessionId = await postTillClosing(trx, key, amount.value, tillId)
    return trx
      .selectFrom('till_sessions as s')
      .innerJoin('tills as t', 't.id', 's.till_id')
      .where('s.id', '=', sessionId)
      .select([
        't.name',
        sql<string>`s.expected`.as('expected'),
        sql<string>`s.counted`.as('counted'),
        sql<string>`s.counted - s.expected`.as('variance'),
      ])
      .executeTakeFirstOrThrow()
  })
  workplace.emit('session.changed', {})
  return ok({ ...closed, currency })
}
