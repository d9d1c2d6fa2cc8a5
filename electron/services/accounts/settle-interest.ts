import { sql } from 'kysely'
import type { AccountClosing } from '../../../shared/contract/hold-views.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** What keeps an account from being closed beside its balance. */
export const readAccountClosing: UseCase<'accounts', 'readClosing'> = async ({ accountId }, { db }) => {
  const { rows } = await sql<{
    closing: AccountClosing
  }>`SELECT read_account_closing(${accountId}) AS closing`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The database answered nothing')
  return ok(row.closing)
}

/** Makes available what has to stay on the account, so that it can be paid out and the account closed. */
export const releaseMinimum: UseCase<'accounts', 'releaseMinimum'> = async ({ accountId }, { db }) => {
  await sql`SELECT release_minimum(${accountId})`.execute(db)
  return ok({})
}

/** Posts the interest that has accrued up to yesterday. */
export const settleInterest: UseCase<'accounts', 'settleInterest'> = async ({ accountId }, { db }) => {
  await sql`SELECT settle_interest(${accountId})`.execute(db)
  return ok({})
}
