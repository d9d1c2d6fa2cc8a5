import { sql } from 'kysely'
import { parsePositive, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { branchCurrency } from '../branches/branch-currency.ts'

/** Proposes cash into or out of the vault, as its first person counted it. The proposal's id is the key of the intent. */
export const moveVaultCash: UseCase<'vault', 'moveCash'> = async (input, { db }) => {
  const { key, direction, counted, description } = input
  const amount = parsePositive(counted, await branchCurrency(db))
  if (!amount.ok) return amount
  await retryCollisions(() =>
    sql`SELECT propose_vault_cash(${key}, ${direction}, ${toDecimal(amount.value)}::numeric, ${description})`.execute(
      db,
    ),
  )
  return ok({ approvalId: key })
}
