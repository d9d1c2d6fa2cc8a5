import { fail, ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { SessionContext, UseCase } from '../../workplace.ts'

type NewStatus = 'SUSPENDED' | 'ACTIVE' | 'CLOSED'

/** Which change may follow which, and at which balance, is for the database's guard to say: it holds the balance row. */
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

/** Stops every posting on the account until a supervisor releases it. */
export const freezeAccount: UseCase<'accounts', 'freeze'> = (input, context) =>
  changeStatus('SUSPENDED', input, context)

export const unfreezeAccount: UseCase<'accounts', 'unfreeze'> = (input, context) =>
  changeStatus('ACTIVE', input, context)

/** For good, and only at a balance of zero. */
export const closeAccount: UseCase<'accounts', 'close'> = (input, context) =>
  changeStatus('CLOSED', input, context)
