import { sql } from 'kysely'
import { readAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** By its typed number, with or without hyphens. A wrong check digit has its own error, apart from an unknown number. */
export const findAccount: UseCase<'accounts', 'find'> = async ({ accountNumber }, { db }) => {
  const digits = readAccountNumber(accountNumber)
  if (digits === null) return fail('ACCOUNT_NUMBER_INVALID')
  const { rows } = await sql<{
    account: AccountView | null
  }>`SELECT find_account(${digits}) AS account`.execute(db)
  const account = rows[0]?.account ?? null
  return account === null ? fail('ACCOUNT_NOT_FOUND') : ok(account)
}
