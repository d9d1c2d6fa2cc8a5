import { sql } from 'kysely'
import { parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { branchCurrency } from './branch-currency.ts'

/** Proposes by how much a count may differ without a decision. */
export const proposeTolerance: UseCase<'branches', 'proposeTolerance'> = async (input, { db }) => {
  const amount = parseNotNegative(input.tolerance, await branchCurrency(db))
  if (!amount.ok) return amount
  await retryCollisions(() =>
    sql`SELECT propose_count_tolerance(${input.key}, ${toDecimal(amount.value)}::numeric)`.execute(db),
  )
  return ok({ approvalId: input.key })
}
