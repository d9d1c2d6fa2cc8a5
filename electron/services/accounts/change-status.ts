import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Stops every posting on the account until a supervisor lifts the freeze. */
export const freezeAccount: UseCase<'accounts', 'freeze'> = async ({ accountId, reason }, { db }) => {
  await sql`SELECT freeze_account(${accountId}, ${reason})`.execute(db)
  return ok({})
}

export const unfreezeAccount: UseCase<'accounts', 'unfreeze'> = async ({ accountId, reason }, { db }) => {
  await sql`SELECT unfreeze_account(${accountId}, ${reason})`.execute(db)
  return ok({})
}

/** Permanently, and only at a balance of zero. */
export const closeAccount: UseCase<'accounts', 'close'> = async ({ accountId, reason }, { db }) => {
  await sql`SELECT close_account(${accountId}, ${reason})`.execute(db)
  return ok({})
}

/** Takes an account out of dormancy, for a supervisor who has seen the customer. */
export const reactivateAccount: UseCase<'accounts', 'reactivate'> = async (input, { db }) => {
  await sql`SELECT propose_reactivation(${input.key}, ${input.accountId}, ${input.reason}, ${input.identity})`.execute(
    db,
  )
  return ok({})
}
