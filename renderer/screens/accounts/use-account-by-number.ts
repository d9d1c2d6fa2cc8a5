import { readAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { known, type Answer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'

export type AccountByNumber = {
  /** Ten digits; null while what is typed is no whole account number. */
  readonly number: string | null
  /** Null while nothing is asked. A known null: there is no such account. */
  readonly account: Answer<AccountView | null> | null
}

/** The account whose number is typed, with or without hyphens; looked up as soon as the number is complete. */
export function useAccountByNumber(typed: string, enabled = true): AccountByNumber {
  const number = readAccountNumber(typed)
  const found = useQueryCall(
    'accounts.find',
    { accountNumber: number ?? '' },
    { enabled: enabled && number !== null },
  )
  if (number === null || !enabled) return { number, account: null }
  return { number, account: orNone(found.answer) }
}

/** That there is no such account is an answer too. */
const orNone = (answer: Answer<AccountView>): Answer<AccountView | null> =>
  answer.state === 'unknown' && answer.failure.code === 'ACCOUNT_NOT_FOUND' ? known(null) : answer
