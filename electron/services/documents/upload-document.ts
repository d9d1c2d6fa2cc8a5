import { randomBytes, randomUUID } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { MAX_FILE_BYTES } from '../../../shared/contract/documents.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { seal, unseal } from '../../crypto.ts'

const MEDIA_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const

/**
 * Stores a document with its file, both or neither. The file is encrypted here, under a key of its own, before it leaves
 * this process; what it is, is told from its bytes and not from its name. Sent twice, it is stored once.
 */
export const uploadDocument: UseCase<'documents', 'upload'> = async (input, { db, user, documentKey }) => {
  const { id, customerId, documentType, documentNumber, expiresAt, content } = input
  const sniffed = await sniff(content)
  if (!sniffed.ok) return sniffed
  const fileKey = randomBytes(32)
  const file = {
    id: randomUUID(),
    media_type: sniffed.value,
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

async function sniff(content: Uint8Array): Promise<Result<(typeof MEDIA_TYPES)[number], FileError>> {
  if (content.byteLength === 0) return fail('FILE_EMPTY')
  if (content.byteLength > MAX_FILE_BYTES) {
    return fail('FILE_TOO_LARGE', { maximumMegabytes: String(MAX_FILE_BYTES / 1024 / 1024) })
  }
  const found = await fileTypeFromBuffer(content)
  const mediaType = MEDIA_TYPES.find((allowed) => allowed === found?.mime)
  return mediaType === undefined ? fail('FILE_TYPE_NOT_ALLOWED') : ok(mediaType)
}
