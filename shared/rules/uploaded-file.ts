import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'

/** What a stored page may be. The same list stands in the database's check of kyc_files; a test compares them. */
export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** What may be handed in: it is drawn anew, so that a type is handed in that is never stored. */
export const ACCEPTED_TYPES = [...MEDIA_TYPES, 'image/webp'] as const
export type AcceptedType = (typeof ACCEPTED_TYPES)[number]

const MEGABYTE = 1024 * 1024

/** A document is read whole into memory on both sides, so its size is capped: 10 MiB holds a 600-dpi colour page. */
export const MAX_FILE_BYTES = 10 * MEGABYTE

/** Judges a file by its size in bytes. Errors: FILE_EMPTY, FILE_TOO_LARGE. */
export function checkFileSize(bytes: number): Result<number, 'FILE_EMPTY' | 'FILE_TOO_LARGE'> {
  if (bytes === 0) return fail('FILE_EMPTY')
  if (bytes > MAX_FILE_BYTES) return fail('FILE_TOO_LARGE', { megabytes: String(MAX_FILE_BYTES / MEGABYTE) })
  return ok(bytes)
}
