import { readAccountNumber } from '../../../shared/check-digit.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import type { Failure } from '../../calls/api.ts'
import type { SlipDraft } from './counter-work.ts'
import { hasSecondAccount, type SlipField } from './slip-kinds.ts'

const FIELD_OF: Partial<Record<ErrorCode, SlipField>> = {
  ACCOUNT_CLOSED: 'account',
  ACCOUNT_DORMANT: 'account',
  ACCOUNT_FROZEN: 'account',
  ACCOUNT_NOT_FOUND: 'account',
  ACCOUNT_NUMBER_INVALID: 'account',
  CASH_IN_OTHER_CURRENCY: 'account',
  CURRENCY_MISMATCH: 'account',
  POSTING_NOT_ALLOWED: 'account',
  SAME_ACCOUNT: 'to',
  AMOUNT_NEGATIVE: 'amount',
  AMOUNT_NOT_A_NUMBER: 'amount',
  AMOUNT_TOO_LARGE: 'amount',
  AMOUNT_TOO_PRECISE: 'amount',
  AMOUNT_ZERO: 'amount',
  BALANCE_TOO_LARGE: 'amount',
  BELOW_MINIMUM: 'amount',
  INSUFFICIENT_FUNDS: 'amount',
  LOAN_OVERPAID: 'amount',
  TILL_SHORT_OF_CASH: 'amount',
}

/**
 * The field that a refusal is about; null when it is about none, such as a closed till. A refusal that names an account
 * belongs to the field where that account was typed.
 */
export function fieldOfRefusal({ code, details }: Failure, draft: SlipDraft): SlipField | null {
  const field = FIELD_OF[code] ?? null
  const named = details?.['account']
  if (field !== 'account' || named === undefined || !hasSecondAccount(draft.kind)) return field
  return readAccountNumber(draft.to) === named ? 'to' : field
}
