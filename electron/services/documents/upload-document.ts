import { randomBytes } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { sql } from 'kysely'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { needOf } from '../../../shared/rules/documents.ts'
import { checkFileSize, MEDIA_TYPES, type MediaType } from '../../../shared/rules/uploaded-file.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { macOf, seal } from '../../crypto.ts'
import { checkContent } from './check-content.ts'

/**
 * Stores a document with its file, both or neither. The file is encrypted here, under a key of its own, before it leaves
 * this process, and read completely before that. Its media type is read from its bytes, not from its name. Sent twice, it is stored once.
 */
export const uploadDocument: UseCase<'documents', 'upload'> = async (input, { db, documentKey }) => {
  const { id, customerId, documentType, documentNumber, expiresAt, content } = input
  const mediaType = await detectMediaType(content)
  if (!mediaType.ok) return mediaType
  const readable = await checkContent(content, mediaType.value)
  if (!readable.ok) return readable
  const country = needOf(documentType) === 'identity' ? input.issuingCountry : null
  const fileKey = randomBytes(32)
  const [mac, wrapped] = [macOf(content, documentKey), seal(fileKey, documentKey)]
  const sealed = seal(content, fileKey)
  await retryCollisions(() =>
    sql`SELECT upload_document(${id}, ${customerId}, ${documentType}, ${documentNumber}, ${country}, ${expiresAt},
      ${mediaType.value}, ${content.byteLength}, ${mac}, ${wrapped}, ${sealed})`.execute(db),
  )
  return ok({ id })
}

type FileError = 'FILE_EMPTY' | 'FILE_TOO_LARGE' | 'FILE_TYPE_NOT_ALLOWED'

async function detectMediaType(content: Uint8Array): Promise<Result<MediaType, FileError>> {
  const size = checkFileSize(content.byteLength)
  if (!size.ok) return size
  const found = await fileTypeFromBuffer(content)
  const mediaType = MEDIA_TYPES.find((allowed) => allowed === found?.mime)
  return mediaType === undefined ? fail('FILE_TYPE_NOT_ALLOWED') : ok(mediaType)
}
