import { type AcceptedType, checkFileSize } from '../../../shared/rules/uploaded-file.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'

export type ChosenFile = {
  readonly name: string
  readonly mediaType: AcceptedType
  readonly content: Uint8Array<ArrayBuffer>
}

type FileError = 'FILE_EMPTY' | 'FILE_TOO_LARGE' | 'FILE_TYPE_NOT_ALLOWED'

const SIGNATURES: readonly (readonly [AcceptedType, readonly (number | null)[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  // The four bytes between are the length.
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
]

/**
 * Recognises the type of a file from its first bytes and not from its name, so that it can be previewed or refused at once.
 * The main process checks it again. Errors: FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED.
 */
export function identifyFile(name: string, content: Uint8Array<ArrayBuffer>): Result<ChosenFile, FileError> {
  const size = checkFileSize(content.byteLength)
  if (!size.ok) return size
  const found = SIGNATURES.find(([, bytes]) =>
    bytes.every((byte, at) => byte === null || content[at] === byte),
  )
  return found === undefined ? fail('FILE_TYPE_NOT_ALLOWED') : ok({ name, mediaType: found[0], content })
}

/** Reads a file that was chosen or dropped; one that is too large is not read at all. */
export async function readFile(file: File): Promise<Result<ChosenFile, FileError>> {
  const size = checkFileSize(file.size)
  if (!size.ok) return size
  return identifyFile(file.name, new Uint8Array(await file.arrayBuffer()))
}
