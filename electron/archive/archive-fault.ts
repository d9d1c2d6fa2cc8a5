import type { ArchiveFaultCode } from '../../shared/archive-faults.ts'
import { codeOf } from '../db/fault.ts'
import { FOLDER_FAULTS, wasCancelled } from '../folder-faults.ts'

export type ArchiveFault = { readonly code: ArchiveFaultCode; readonly about: string }

/** Ends a piece of work with an expected failure; `attemptArchive` makes a value of it. */
export class ArchiveEnded extends Error {
  readonly fault: ArchiveFault
  constructor(code: ArchiveFaultCode, about: string) {
    super(`${code} ${about}`)
    this.fault = { code, about }
  }
}

const BY_CODE: Readonly<Record<string, ArchiveFaultCode>> = FOLDER_FAULTS

function faultOf(error: unknown, about: string): ArchiveFault | null {
  if (error instanceof ArchiveEnded) return error.fault
  if (wasCancelled(error)) return { code: 'CANCELLED', about: '' }
  const code = codeOf(error)
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
