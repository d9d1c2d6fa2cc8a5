import type { BackupFaultCode } from '../../shared/backup-faults.ts'
import { failure, type FailureDetails, ok, type Result } from '../../shared/result.ts'
import { codeOf } from '../db/fault.ts'
import { FOLDER_FAULTS, wasCancelled } from '../folder-faults.ts'

export type BackupFault = { readonly code: BackupFaultCode; readonly details?: FailureDetails }

/** Ends a piece of work with an expected failure; `attemptBackup` makes a value of it. */
export class BackupEnded extends Error {
  readonly fault: BackupFault
  constructor(code: BackupFaultCode, details: FailureDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.fault = { code, details }
  }
}

const BY_CODE: Readonly<Record<string, BackupFaultCode>> = {
  ...FOLDER_FAULTS,
  ECONNREFUSED: 'SERVER_GONE',
  ECONNRESET: 'SERVER_GONE',
  EPIPE: 'SERVER_GONE',
  '57P01': 'SERVER_GONE',
  '57P02': 'SERVER_GONE',
  '57P03': 'SERVER_GONE',
  // The log that is asked for was removed, or the slot that held it was given up.
  '58P01': 'LOG_LOST',
  '55000': 'LOG_LOST',
  // The server read a page whose checksum differs.
  XX001: 'PAGES_DAMAGED',
}

/** What is expected of an error, or null for a bug. */
export function backupFaultOf(error: unknown): BackupFault | null {
  if (error instanceof BackupEnded) return error.fault
  if (wasCancelled(error)) return { code: 'CANCELLED' }
  const code = codeOf(error)
  const known = code === undefined ? undefined : BY_CODE[code]
  if (known !== undefined) return { code: known, details: { reason: code ?? '', file: fileOf(error) } }
  const isLine = error instanceof Error && /terminated|closed/i.test(error.message)
  return isLine && code === undefined ? { code: 'SERVER_GONE' } : null
}

const fileOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'path' in error && typeof error.path === 'string'
    ? error.path
    : ''

export type BackupResult<T> = Result<T, BackupFaultCode>

/** Runs `work`; an expected failure becomes a value, anything else is thrown again. */
export async function attemptBackup<T>(work: () => Promise<T>): Promise<BackupResult<T>> {
  try {
    return ok(await work())
  } catch (error) {
    const fault = backupFaultOf(error)
    if (fault === null) throw error
    return failure(fault.code, fault.details)
  }
}
