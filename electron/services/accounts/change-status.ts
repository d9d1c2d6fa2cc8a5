import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { SessionContext, UseCase } from '../../workplace.ts'

type NewStatus = 'SUSPENDED' | 'ACTIVE' | 'CLOSED'

/** The database's guard decides which change is allowed, and at which balance: it locks the balance row. */
async function changeStatus(
  status: NewStatus,
  input: { accountId: string; reason: string },
  { db }: SessionContext,
) {
  return inTransaction(db, async (trx) => {
    const changed = await trx
      .updateTable('accounts')
      .set({ status, status_reason: input.reason })
      .where('id', '=', input.accountId)
      .where('customer_id', 'is not', null)
      .executeTakeFirst()
    return changed.numUpdatedRows === 1n ? ok({}) : fail('ACCOUNT_NOT_FOUND')
  })
}

/** Stops every posting on the account until a supervisor lifts the freeze. */
export const freezeAccount: UseCase<'accounts', 'freeze'> = (input, context) =>
  changeStatus('SUSPENDED', input, context)

export const unfreezeAccount: UseCase<'accounts', 'unfreeze'> = (input, context) =>
  changeStatus('ACTIVE', input, context)

/** Permanently, and only at a balance of zero. */
export const closeAccount: UseCase<'accounts', 'close'> = (input, context) =>
  changeStatus('CLOSED', input, context)
