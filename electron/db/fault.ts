import { DatabaseError } from 'pg'
import type { FaultCode } from '../../shared/faults.ts'
import { failure, type Failure, type FailureDetails, ok, type Result } from '../../shared/result.ts'
import { OtherKey } from './server-identity.ts'

/** A fault with facts for its sentence: folders, versions, addresses; never a password or a key. */
export type DatabaseFault = { readonly code: FaultCode; readonly details?: FailureDetails }

export type Attempt<T> = Result<T, FaultCode>

/** An expected failure to reach or to use the database. */
export const fault = (code: FaultCode, details?: FailureDetails): Failure<FaultCode> => failure(code, details)

const BY_CODE: Readonly<Record<string, FaultCode>> = {
  // SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
  '08003': 'SERVER_UNREACHABLE',
  '08006': 'SERVER_UNREACHABLE',
  '25P03': 'SERVER_UNREACHABLE',
  '28000': 'AUTHENTICATION_FAILED',
  '28P01': 'AUTHENTICATION_FAILED',
  '3D000': 'DATABASE_MISSING',
  '42501': 'PERMISSION_DENIED',
  '53100': 'DISK_FULL',
  '53300': 'SERVER_UNREACHABLE',
  '57P01': 'SERVER_UNREACHABLE',
  '57P02': 'SERVER_UNREACHABLE',
  '57P03': 'SERVER_UNREACHABLE',
  '57P05': 'SERVER_UNREACHABLE',
  '08P01': 'POOLER_REFUSED',
  // Node's system and TLS errors
  ECONNREFUSED: 'SERVER_UNREACHABLE',
  ECONNRESET: 'SERVER_UNREACHABLE',
  EHOSTUNREACH: 'SERVER_UNREACHABLE',
  ENETUNREACH: 'SERVER_UNREACHABLE',
  ENOTFOUND: 'SERVER_UNREACHABLE',
  EAI_AGAIN: 'SERVER_UNREACHABLE',
  EPIPE: 'SERVER_UNREACHABLE',
  ETIMEDOUT: 'SERVER_UNREACHABLE',
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EACCES: 'NO_PERMISSION',
  EPERM: 'NO_PERMISSION',
  EROFS: 'NO_PERMISSION',
  // Our own, from proven-client.ts
  COREX_SOCKET_NOT_PRIVATE: 'SERVER_NOT_PROVEN',
  COREX_NOT_SCRAM: 'SCRAM_REQUIRED',
  COREX_STANDBY: 'SERVER_STANDBY',
  // And from route.ts
  COREX_BEHIND: 'SERVER_BEHIND',
  COREX_OTHER_SYSTEM: 'SERVER_CHANGED',
  EPROTO: 'TLS_FAILED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'TLS_FAILED',
  SELF_SIGNED_CERT_IN_CHAIN: 'TLS_FAILED',
  UNABLE_TO_GET_ISSUER_CERT: 'TLS_FAILED',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'TLS_FAILED',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'TLS_FAILED',
}

// node-postgres gives these failures no code, only these words.
const BY_WORDS: ReadonlyArray<readonly [RegExp, FaultCode]> = [
  [/does not support SSL/, 'TLS_REQUIRED'],
  [/timeout|terminated|ended|not queryable|closed/i, 'SERVER_UNREACHABLE'],
]

/** The `code` that PostgreSQL (SQLSTATE) or Node gave an error, or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The fault that an error of the driver or the file system, or null for an unforeseen error: a bug. */
export function faultOf(error: unknown): DatabaseFault | null {
  const code = codeOf(error)
  if (isMissingSocket(error, code)) return { code: 'SERVER_UNREACHABLE', details: { reason: 'ENOENT' } }
  if (code === '28000' && isClosedLogin(error)) return { code: 'WORKSTATION_REVOKED' }
  const known = code === undefined ? undefined : (BY_CODE[code] ?? tlsFault(code))
  if (error instanceof OtherKey) return { code: 'SERVER_CHANGED', details: { found: error.found } }
  if (known !== undefined) return { code: known, details: { reason: code ?? '' } }
  if (error instanceof AggregateError) return faultOf(error.errors[0])
  if (code !== undefined || !(error instanceof Error)) return null
  const byWords = BY_WORDS.find(([words]) => words.test(error.message))
  return byWords === undefined ? null : { code: byWords[1] }
}

/** The password was right, and the login may not sign in any more; the same SQLSTATE says that pg_hba.conf has no line for it. */
const isClosedLogin = (error: unknown): boolean =>
  error instanceof DatabaseError && error.routine === 'InitializeSessionUserId'

/** No server has its socket there; of a file the same code would be a bug. */
const isMissingSocket = (error: unknown, code: string | undefined): boolean =>
  code === 'ENOENT' && error instanceof Error && 'syscall' in error && error.syscall === 'connect'

const tlsFault = (code: string): FaultCode | undefined =>
  /^(CERT_|ERR_TLS_|ERR_SSL_|ERR_OSSL_)/.test(code) ? 'TLS_FAILED' : undefined

/** Runs `work`; a foreseen failure becomes a value, with `details` added to what is known; anything else is thrown again. */
export async function attempt<T>(work: () => Promise<T>, details: FailureDetails = {}): Promise<Attempt<T>> {
  try {
    return ok(await work())
  } catch (error) {
    const found = faultOf(error)
    if (found === null) throw error
    return fault(found.code, { ...found.details, ...details })
  }
}
