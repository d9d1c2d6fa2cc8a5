import { readAccountNumber } from '../../../shared/check-digit.ts'
import { parsePositive } from '../../../shared/money.ts'
import type { Failure } from '../../calls/api.ts'

const ACCOUNT_NUMBER_DIGITS = 10

/** What is wrong with the amount as typed, without asking the main process; null when nothing is. */
export function amountProblem(text: string, currency: string): Failure | null {
  const amount = parsePositive(text, currency)
  if (amount.ok) return null
  return text.trim() === '' ? { code: 'AMOUNT_ZERO' } : amount.error
}

/** A typed number that can no longer become an account number: enough digits, and the check digit does not fit. */
export const isWrongNumber = (typed: string) =>
  typed.replace(/[\s-]/g, '').length >= ACCOUNT_NUMBER_DIGITS && readAccountNumber(typed) === null
