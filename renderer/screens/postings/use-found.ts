import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import type { Failure } from '../../calls/api.ts'
import { useAccountByNumber } from '../accounts/use-account-by-number.ts'
import { useCustomerSearch } from '../customers/use-customer-search.ts'

/** As many as are asked for: a list that long may leave some out, and says so. */
export const MOST_FOUND = 20

export type Found = {
  /** The account whose number was typed. */
  readonly account: AccountView | null
  readonly people: readonly CustomerRow[]
  /** The list is that of what is typed now. */
  readonly settled: boolean
  readonly failure: Failure | null
}

/** Finds customers by what is typed, and the account if it is the number of one. */
export function useFound(searched: string): Found {
  const search = useCustomerSearch(searched, { limit: MOST_FOUND })
  const byNumber = useAccountByNumber(searched)
  const isUnknown = byNumber.failure?.code === 'ACCOUNT_NOT_FOUND'
  return {
    account: byNumber.account ?? null,
    people: search.people ?? [],
    settled: search.settled && !byNumber.loading,
    failure: search.failure ?? (isUnknown ? null : byNumber.failure),
  }
}
