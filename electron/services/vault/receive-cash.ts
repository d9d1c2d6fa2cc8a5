import { sql } from 'kysely'
import { parsePositive } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { postVaultReceipt } from '../../ledger/post-journal.ts'
import { branchCurrency } from '../branches/branch-currency.ts'

/** Books cash that was brought to the branch into its vault, against suspense until head office settles it. */
export const receiveCash: UseCase<'vault', 'receiveCash'> = async ({ key, amount, description }, { db }) => {
  const currency = await branchCurrency(db)
  const parsed = parsePositive(amount, currency)
  if (!parsed.ok) return parsed
  return inTransaction(db, async (trx) => {
    const id = await postVaultReceipt(trx, key, parsed.value, description)
    const posted = await trx
      .selectFrom('transactions as t')
      .innerJoin('balances as v', 'v.account_id', 't.from_account_id')
      .where('t.id', '=', id)
      .select(['t.transaction_id as reference', sql<string>`v.ledger_balance`.as('vaultBalance')])
      .executeTakeFirstOrThrow()
    return ok({ ...posted, currency })
  })
}
