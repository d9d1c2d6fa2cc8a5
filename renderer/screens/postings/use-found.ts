import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { bothOf, known, type Answer } from '../../calls/answer.ts'
import { useAccountByNumber } from '../accounts/use-account-by-number.ts'
import { useCustomerSearch } from '../customers/use-customer-search.ts'

/** As many as are asked for: a list that long may leave some out, and says so. */
export const MOST_FOUND = 20

/** The account whose number was typed, and the customers whom the text fits. */
export type FoundRows = { readonly account: AccountView | null; readonly people: readonly CustomerRow[] }

export type Found = {
  /** Null while nothing is asked. It is current only if it answers what is typed now. */
  readonly rows: Answer<FoundRows> | null
  /** There is an answer to what is typed now, even if it is that nothing can be known. */
  readonly settled: boolean
}

/** Finds customers by what is typed, and the account if it is the number of one. */
export function useFound(searched: string): Found {
  const search = useCustomerSearch(searched, { limit: MOST_FOUND })
  const byNumber = useAccountByNumber(searched)
  const account = byNumber.account ?? known(null)
  return {
    rows:
      search.people === null
        ? null
        : bothOf(account, search.people, (found, people) => ({ account: found, people })),
    settled: search.settled && account.state !== 'loading',
  }
}
