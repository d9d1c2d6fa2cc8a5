import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { Failure } from '../../calls/api.ts'
import { useAccountByNumber } from '../accounts/use-account-by-number.ts'
import { isWrongNumber } from './typed-problems.ts'

export type TypedAccount = {
  readonly account: AccountView | undefined
  /** The number is complete and is being looked up. */
  readonly loading: boolean
  /** Why nothing can be posted on it, as far as that is known already. */
  readonly problem: Failure | null
}

const STATUS_PROBLEMS: Partial<Record<AccountView['status'], Failure>> = {
  CLOSED: { code: 'ACCOUNT_CLOSED' },
  SUSPENDED: { code: 'ACCOUNT_FROZEN' },
}

const without = (problem: Failure | null): TypedAccount => ({ account: undefined, loading: false, problem })

/** The account behind a number as it is typed on the slip, and what is wrong with it. */
export function useTypedAccount(typed: string): TypedAccount {
  const { account: found } = useAccountByNumber(typed)
  if (isWrongNumber(typed)) return without({ code: 'ACCOUNT_NUMBER_INVALID' })
  if (found === null) return without(null)
  if (found.state === 'loading') return { account: undefined, loading: true, problem: null }
  if (found.state === 'unknown') return without(found.failure)
  const account = found.value
  if (account === null) return without({ code: 'ACCOUNT_NOT_FOUND' })
  return { account, loading: false, problem: STATUS_PROBLEMS[account.status] ?? null }
}
