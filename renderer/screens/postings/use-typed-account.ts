import { readAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { Failure } from '../../calls/api.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { isWrongNumber } from './slip-problems.ts'

export type TypedAccount = {
  readonly account: AccountView | undefined
  /** The number is complete and is being looked up. */
  readonly finding: boolean
  /** Why nothing can be posted on it, as far as that is known already. */
  readonly problem: Failure | null
}

const STANDING: Partial<Record<AccountView['status'], Failure>> = {
  CLOSED: { code: 'ACCOUNT_CLOSED' },
  SUSPENDED: { code: 'ACCOUNT_FROZEN' },
  INACTIVE: { code: 'ACCOUNT_FROZEN' },
}

/** The account behind a number as it is typed, with or without hyphens; looked up as soon as the number is complete. */
export function useTypedAccount(typed: string): TypedAccount {
  const number = readAccountNumber(typed)
  const found = useQueryCall('accounts.find', { accountNumber: number ?? '' }, { enabled: number !== null })
  if (isWrongNumber(typed))
    return { account: undefined, finding: false, problem: { code: 'ACCOUNT_NUMBER_INVALID' } }
  if (number === null) return { account: undefined, finding: false, problem: null }
  const standing = found.data === undefined ? undefined : STANDING[found.data.status]
  return {
    account: found.data,
    finding: found.loading,
    problem: found.data === undefined ? found.failure : (standing ?? null),
  }
}
