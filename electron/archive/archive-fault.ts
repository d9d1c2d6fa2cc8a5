import type { ArchiveFaultCode } from '../../shared/archive-faults.ts'
import { codeOf } from '../db/fault.ts'

export type ArchiveFault = { readonly code: ArchiveFaultCode; readonly about: string }

/** Ends a piece of work with an expected failure; `attemptArchive` makes a value of it. */
export class ArchiveEnded extends Error {
  readonly fault: ArchiveFault
  constructor(code: ArchiveFaultCode, about: string) {
    super(`${code} ${about}`)
    this.fault = { code, about }
  }
}

const BY_CODE: Readonly<Record<string, ArchiveFaultCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  EACCES: 'NO_PERMISSION',
  EPERM: 'NO_PERMISSION',
  EROFS: 'NO_PERMISSION',
  ENOENT: 'FOLDER_AWAY',
  ENOTDIR: 'FOLDER_AWAY',
  ENAMETOOLONG: 'FOLDER_AWAY',
  ENOTCONN: 'FOLDER_AWAY',
  EHOSTDOWN: 'FOLDER_AWAY',
  EHOSTUNREACH: 'FOLDER_AWAY',
  ESTALE: 'FOLDER_AWAY',
  EIO: 'FOLDER_AWAY',
}

function faultOf(error: unknown, about: string): ArchiveFault | null {
  if (error instanceof ArchiveEnded) return error.fault
  const code = codeOf(error)
  if (code === 'ABORT_ERR' || (error instanceof Error && error.name === 'AbortError'))
    return { code: 'CANCELLED', about: '' }
  const known = code === undefined ? undefined : BY_CODE[code]
  return known === undefined ? null : { code: known, about }
}

export type Attempted<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ArchiveFault }

/** Runs `work` on a folder; an expected failure becomes a value, anything else is thrown again. */
export async function attemptArchive<T>(folder: string, work: () => Promise<T>): Promise<Attempted<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const fault = faultOf(error, folder)
    if (fault === null) throw error
    return { ok: false, error: fault }
  }
}
