import { readAccountNumber } from '../../../shared/check-digit.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { accountsOf } from './account-view.ts'

/** By its typed number, with or without hyphens. A wrong check digit has its own error, apart from an unknown number. */
export const findAccount: UseCase<'accounts', 'find'> = async ({ accountNumber }, { db }) => {
  const digits = readAccountNumber(accountNumber)
  if (digits === null) return fail('ACCOUNT_NUMBER_INVALID')
  const account = await accountsOf(db).where('a.account_number', '=', digits).executeTakeFirst()
  return account === undefined ? fail('ACCOUNT_NOT_FOUND') : ok(account)
}
