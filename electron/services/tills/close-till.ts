import { sql } from 'kysely'
import { parseNotNegative } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { postTillClosing } from '../../ledger/post-journal.ts'
import { branchCurrency } from '../branches/branch-currency.ts'

type Count = {
  readonly name: string
  readonly expected: string
  readonly counted: string
  readonly variance: string
}

/**
 * Closes the caller's till, or for a supervisor the named one, on a blind count: the expected amount is in the answer and
 * nowhere before. The database tells it once the closing is committed.
 */
export const closeTill: UseCase<'tills', 'close'> = async (
  { key, counted, tillId = null },
  { db, workplace },
) => {
  const currency = await branchCurrency(db)
  const amount = parseNotNegative(counted, currency)
  if (!amount.ok) return amount
  const sessionId = await inTransaction(db, (trx) => postTillClosing(trx, key, amount.value, tillId))
  const { rows } = await sql<Count>`SELECT * FROM read_count(${sessionId})`.execute(db)
  const [closed] = rows
  if (closed === undefined) throw new Error('The count that was just made is not there')
  workplace.emit('session.changed', {})
  return ok({ ...closed, currency })
}
