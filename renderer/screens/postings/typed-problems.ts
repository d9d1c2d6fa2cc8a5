import { readAccountNumber } from '../../../shared/check-digit.ts'
import type { Failure } from '../../calls/api.ts'
import { readTypedPositive } from '../../i18n/amounts.ts'

const ACCOUNT_NUMBER_DIGITS = 10

/** What is wrong with the amount as typed, without asking the main process; null when nothing is. */
export function amountProblem(text: string, currency: string): Failure | null {
  const amount = readTypedPositive(text, currency)
  return amount.ok ? null : amount.error
}

/** A typed number that can no longer become an account number: enough digits, and the check digit does not fit. */
export const isWrongNumber = (typed: string) =>
  typed.replace(/[\s-]/g, '').length >= ACCOUNT_NUMBER_DIGITS && readAccountNumber(typed) === null
