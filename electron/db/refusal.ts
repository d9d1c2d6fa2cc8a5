import { DatabaseError } from 'pg'
import { ANY_CALL_ERRORS, DOMAIN_ERRORS, type ErrorCode } from '../../shared/error-codes.ts'
import type { FailureDetails } from '../../shared/result.ts'

/** A "no" of the database that the application knows by name. */
export type Refusal = { readonly code: ErrorCode; readonly details?: FailureDetails }

/** What `corex.refuse` raises: the name travels as the error's constraint. */
const REFUSED = 'CX000'
const INSUFFICIENT_PRIVILEGE = '42501'
/**
 * Another's lock was waited for too long, the statement took too long, or it collided again and again. The server undid
 * all of it: nothing was done, and trying again is right.
 */
const BUSY = ['55P03', '57014', '40001', '40P01']

/** Constraints whose violation a person can cause, and what it means to that person. */
const BY_CONSTRAINT: Readonly<Record<string, ErrorCode>> = {
  users_username_key: 'USERNAME_TAKEN',
  users_email_key: 'EMAIL_TAKEN',
  users_pkey: 'KEY_REUSED',
  customers_pkey: 'KEY_REUSED',
  customers_email_key: 'EMAIL_TAKEN',
  customers_phone_e164: 'PHONE_INVALID',
  kyc_documents_pkey: 'KEY_REUSED',
  kyc_documents_number_per_type: 'DOCUMENT_NUMBER_TAKEN',
  kyc_documents_customer_id_fkey: 'CUSTOMER_NOT_FOUND',
  accounts_pkey: 'KEY_REUSED',
  accounts_currency_fkey: 'CURRENCY_NOT_SUPPORTED',
  business_days_date_near: 'BUSINESS_DATE_TOO_FAR',
  till_sessions_close_key: 'KEY_REUSED',
  tills_pkey: 'KEY_REUSED',
  tills_name_per_branch: 'TILL_NAME_TAKEN',
}

const KNOWN: ReadonlySet<string> = new Set([...ANY_CALL_ERRORS, ...DOMAIN_ERRORS])

/** Reads a named refusal out of whatever was thrown; null when it is none. Message text is never looked at. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof DatabaseError)) return null
  if (error.code === INSUFFICIENT_PRIVILEGE) return { code: 'FORBIDDEN' }
  if (BUSY.includes(error.code ?? '')) return { code: 'SERVER_BUSY' }
  const name = error.constraint ?? ''
  if (error.code !== REFUSED) {
    const code = BY_CONSTRAINT[name]
    return code === undefined ? null : { code }
  }
  return isKnown(name) ? { code: name, details: detailsOf(error.detail) } : null
}

const isKnown = (name: string): name is ErrorCode => KNOWN.has(name)

function detailsOf(detail: string | undefined): FailureDetails {
  const facts: unknown = JSON.parse(detail ?? '{}')
  if (typeof facts !== 'object' || facts === null) return {}
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)]))
}
