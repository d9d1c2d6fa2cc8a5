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
