import { fileTypeFromBuffer } from 'file-type'
import type { Page } from '../../../shared/reading/page.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { ACCEPTED_TYPES, type AcceptedType, checkFileSize } from '../../../shared/rules/uploaded-file.ts'
import { checkContent } from '../check/check-content.ts'
import type { FileRefusal } from '../messages.ts'
import { makePage, pictureOf } from './make-page.ts'
import { pdfPages } from './pdf-pages.ts'

async function mediaTypeOf(
  content: Uint8Array,
): Promise<Result<AcceptedType, 'FILE_EMPTY' | 'FILE_TOO_LARGE' | 'FILE_TYPE_NOT_ALLOWED'>> {
  const size = checkFileSize(content.byteLength)
  if (!size.ok) return size
  const found = await fileTypeFromBuffer(content)
  const mediaType = ACCEPTED_TYPES.find((allowed) => allowed === found?.mime)
  return mediaType === undefined ? fail('FILE_TYPE_NOT_ALLOWED') : ok(mediaType)
}

/**
 * Makes pages of a file: its type read from its bytes and not from its name, decoded to its last pixel, and drawn anew, so that nothing
 * of the file itself is kept. `onPage` is told after each page.
 */
export async function prepareFile(
  content: Uint8Array,
  onPage: (done: number, of: number) => void,
): Promise<Result<Page[], FileRefusal>> {
  const mediaType = await mediaTypeOf(content)
  if (!mediaType.ok) return mediaType
  const whole = await checkContent(content, mediaType.value)
  if (!whole.ok) return whole
  if (mediaType.value === 'application/pdf') return ok(await pdfPages(content, onPage))
  return ok([await makePage(pictureOf(content))])
}
