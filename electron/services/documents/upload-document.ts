import { randomBytes, randomUUID } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { checkFileSize, MEDIA_TYPES, type MediaType } from '../../../shared/rules/uploaded-file.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { seal, unseal } from '../../crypto.ts'

/**
 * Stores a document with its file, both or neither. The file is encrypted here, under a key of its own, before it leaves
 * this process. Its media type is read from its bytes, not from its name. Sent twice, it is stored once.
 */
export const uploadDocument: UseCase<'documents', 'upload'> = async (input, { db, user, documentKey }) => {
  const { id, customerId, documentType, documentNumber, expiresAt, content } = input
  const mediaType = await detectMediaType(content)
  if (!mediaType.ok) return mediaType
  const fileKey = randomBytes(32)
  const file = {
    id: randomUUID(),
    media_type: mediaType.value,
    byte_size: content.byteLength,
    wrapped_key: seal(fileKey, documentKey),
    content: seal(content, fileKey),
  }
  return inTransaction(db, async (trx) => {
    const earlier = await trx
      .selectFrom('kyc_documents as d')
      .innerJoin('kyc_files as f', 'f.id', 'd.file_id')
      .where('d.id', '=', id)
      .select(['d.created_by', 'd.customer_id', 'd.document_type', 'd.document_number', 'd.expires_at'])
      .select(['f.wrapped_key', 'f.content'])
      .executeTakeFirst()
    if (earlier !== undefined) {
      const same =
        earlier.created_by === user.id &&
        earlier.customer_id === customerId &&
        earlier.document_type === documentType &&
        earlier.document_number === documentNumber &&
        earlier.expires_at === expiresAt &&
        unseal(earlier.content, unseal(earlier.wrapped_key, documentKey)).equals(content)
      return same ? ok({ id }) : fail('KEY_REUSED')
    }
    await trx.insertInto('kyc_files').values(file).execute()
    await trx
      .insertInto('kyc_documents')
      .values({
        id,
        customer_id: customerId,
        document_type: documentType,
        document_number: documentNumber,
        expires_at: expiresAt,
        file_id: file.id,
      })
      .execute()
    return ok({ id })
  })
}

type FileError = 'FILE_EMPTY' | 'FILE_TOO_LARGE' | 'FILE_TYPE_NOT_ALLOWED'

async function detectMediaType(content: Uint8Array): Promise<Result<MediaType, FileError>> {
  const size = checkFileSize(content.byteLength)
  if (!size.ok) return size
  const found = await fileTypeFromBuffer(content)
  const mediaType = MEDIA_TYPES.find((allowed) => allowed === found?.mime)
  return mediaType === undefined ? fail('FILE_TYPE_NOT_ALLOWED') : ok(mediaType)
}
