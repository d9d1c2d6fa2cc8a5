import type { ErrorCode } from '../../shared/error-codes.ts'
import { formatMoney, fromLedger } from '../../shared/money.ts'
import type { FailureDetails } from '../../shared/result.ts'
import type { Failure } from '../calls/api.ts'
import { errorsInDetail } from '../i18n/en/errors.ts'
import { i18n } from '../i18n/i18n.ts'

/** Why the database cannot be used: `sessions.get` and `database.get` name one of these. */
export const FAULT_CODES = [
  'EMBEDDED_DAMAGED',
  'EMBEDDED_NEWER',
  'EMBEDDED_OLDER',
  'EMBEDDED_IN_USE',
  'EMBEDDED_START_FAILED',
  'DISK_FULL',
  'NO_PERMISSION',
  'SETTINGS_DAMAGED',
  'URL_INVALID',
  'SERVER_UNREACHABLE',
  'SERVER_TOO_OLD',
  'TLS_REQUIRED',
  'TLS_FAILED',
  'AUTHENTICATION_FAILED',
  'DATABASE_MISSING',
  'NOT_PROVISIONED',
  'SCHEMA_OLDER',
  'SCHEMA_NEWER',
  'SCHEMA_CHANGED',
  'POOLER_REFUSED',
  'PERMISSION_DENIED',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

const isFault = (code: string): code is FaultCode => FAULT_CODES.some((known) => known === code)

type DetailedCode = keyof typeof errorsInDetail
const isDetailed = (code: ErrorCode): code is DetailedCode => code in errorsInDetail

/** Every name that a detailed sentence can ask for. */
type Facts = Record<
  | 'accountCurrency'
  | 'available'
  | 'balance'
  | 'currency'
  | 'decimals'
  | 'expiresAt'
  | 'holder'
  | 'kycStatus'
  | 'owed'
  | 'till'
  | 'tills',
  string
>

/** Every name that this sentence asks for came along; the catalogue's type asks for all names of all sentences. */
const tellsAll = (details: FailureDetails, sentence: string): details is Facts =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].every(([, name]) => name !== undefined && name in details)

/** The sentence for a failure: with its facts if they all came along, and with the log reference if it was a bug. */
export function messageFor(failure: Failure): string {
  if (failure.code === 'CONNECTION_REFUSED' && failure.details?.['fault'] !== undefined)
    return faultMessage(failure.details['fault'])
  return messageForCode(failure.code, failure.details)
}

/** As `messageFor`, for a code that was found out in the window itself. */
export function messageForCode(code: ErrorCode, details: FailureDetails = {}): string {
  const facts = withReadableAmounts(details)
  if (isDetailed(code) && tellsAll(facts, errorsInDetail[code]))
    return i18n.t(`errorsInDetail:${code}`, facts)
  return i18n.t(`errors:${code}`)
}

const AMOUNTS = ['available', 'owed', 'balance'] as const

/** The ledger tells amounts as decimal text beside their currency; people read them grouped. */
function withReadableAmounts(details: FailureDetails): FailureDetails {
  const { currency } = details
  if (currency === undefined) return details
  const readable = AMOUNTS.flatMap((name) => {
    const amount = details[name]
    return amount === undefined ? [] : [[name, formatMoney(fromLedger(amount, currency))] as const]
  })
  return { ...details, ...Object.fromEntries(readable) }
}

/** The sentence for a database fault. A code that this program does not know is named, so that somebody can look it up. */
export function faultMessage(code: string): string {
  return isFault(code) ? i18n.t(`faults:${code}`) : i18n.t('gates:faultUnknown', { code })
}
