import { readAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { Failure } from '../../calls/api.ts'
import { useQueryCall } from '../../calls/use-call.ts'

export type AccountByNumber = {
  /** Ten digits; null while what is typed is no whole account number. */
  readonly number: string | null
  readonly account: AccountView | undefined
  readonly loading: boolean
  readonly failure: Failure | null
}

/** The account whose number is typed, with or without hyphens; looked up as soon as the number is complete. */
export function useAccountByNumber(typed: string, enabled = true): AccountByNumber {
  const number = readAccountNumber(typed)
  const found = useQueryCall(
    'accounts.find',
    { accountNumber: number ?? '' },
    { enabled: enabled && number !== null },
  )
  const { data, loading, failure } = found
  if (number === null) return { number, account: undefined, loading: false, failure: null }
  return { number, account: data, loading, failure }
}
