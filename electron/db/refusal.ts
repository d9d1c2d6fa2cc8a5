import { DatabaseError } from 'pg'
import { ERRORS, type ErrorCode, isErrorCode, type PlainErrorCode } from '../../shared/errors.ts'
import type { FailureDetails } from '../../shared/result.ts'

/** A refusal by the database that the application knows by name. */
type Refusal = { readonly code: ErrorCode; readonly details?: FailureDetails }

/** The SQLSTATE of `corex.refuse`, which gives the error's name as its constraint and its facts as its detail. */
const REFUSED = 'CX000'
const INSUFFICIENT_PRIVILEGE = '42501'
/**
 * A lock was not free in time, the statement took too long, or it collided with another one again and again. The server
 * rolled everything back, so trying again is right.
 */
const BUSY = ['55P03', '57014', '40001', '40P01']

/** Constraints that a person's input can violate, and what the violation means to that person. */
const BY_CONSTRAINT: Readonly<Record<string, PlainErrorCode>> = {
  users_username_key: 'USERNAME_TAKEN',
  users_email_key: 'EMAIL_TAKEN',
  users_pkey: 'KEY_REUSED',
  customers_pkey: 'KEY_REUSED',
  customer_corrections_pkey: 'KEY_REUSED',
  customer_corrections_one_pending: 'CORRECTION_WAITS',
  customers_registered_once: 'COMPANY_KNOWN',
  customers_email_key: 'EMAIL_TAKEN',
  customers_phone_e164: 'PHONE_INVALID',
  kyc_documents_pkey: 'KEY_REUSED',
  kyc_documents_number_of_one_person: 'DOCUMENT_NUMBER_TAKEN',
  accounts_pkey: 'KEY_REUSED',
  approvals_pkey: 'KEY_REUSED',
  accounts_currency_fkey: 'CURRENCY_NOT_SUPPORTED',
  till_sessions_close_key: 'KEY_REUSED',
  tills_pkey: 'KEY_REUSED',
  tills_name_per_branch: 'TILL_NAME_TAKEN',
}

const UNIQUE_VIOLATION = '23505'

/**
 * Whether a command met the row of another one under the same key that was committed while it ran: sent again, it finds that row and is
 * answered by it, or is refused because the key belongs to something else.
 */
export const metItsOwnKey = (error: unknown): boolean =>
  error instanceof DatabaseError &&
  error.code === UNIQUE_VIOLATION &&
  BY_CONSTRAINT[error.constraint ?? ''] === 'KEY_REUSED'

/** Reads a named refusal out of a thrown error; null when it is none. Message text is never looked at. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof DatabaseError)) return null
  if (error.code === INSUFFICIENT_PRIVILEGE) return { code: 'FORBIDDEN' }
  if (BUSY.includes(error.code ?? '')) return { code: 'SERVER_BUSY' }
  const name = error.constraint ?? ''
  if (error.code !== REFUSED) {
    const code = BY_CONSTRAINT[name]
    return code === undefined ? null : { code }
  }
  return isErrorCode(name) ? { code: name, details: declaredFacts(name, error.detail) } : null
}

/** The facts that the code declares. One that the database could not find out (null) is left out. */
function declaredFacts(code: ErrorCode, detail: string | undefined): FailureDetails {
  const sent: unknown = JSON.parse(detail ?? '{}')
  const facts = new Map(Object.entries(typeof sent === 'object' && sent !== null ? sent : {}))
  const found = ERRORS[code].map((name) => [name, facts.get(name) ?? null] as const)
  return Object.fromEntries(found.flatMap(([name, fact]) => (fact === null ? [] : [[name, String(fact)]])))
}
