import { sql } from 'kysely'
import { parsePositive, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { branchCurrency } from '../branches/branch-currency.ts'

/** Proposes cash between the vault and the caller's till, as the caller counted it. */
export const moveTillCash: UseCase<'tills', 'moveCash'> = async ({ key, direction, counted }, { db }) => {
  const amount = parsePositive(counted, await branchCurrency(db))
  if (!amount.ok) return amount
  await retryCollisions(() =>
    sql`SELECT propose_till_cash(${key}, ${direction}, ${toDecimal(amount.value)}::numeric)`.execute(db),
  )
  return ok({ approvalId: key })
}
