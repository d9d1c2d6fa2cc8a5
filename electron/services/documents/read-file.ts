import { z } from 'zod'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { MEDIA_TYPES } from '../../../shared/rules/uploaded-file.ts'
import type { UseCase } from '../../workplace.ts'
import { unseal } from '../../crypto.ts'

const mediaType = z.enum(MEDIA_TYPES)

/** The decrypted file of a document. FILE_UNREADABLE when the bytes are not those that were stored. */
export const readFile: UseCase<'documents', 'readFile'> = async ({ documentId }, { db, documentKey }) => {
  const file = await db
    .selectFrom('kyc_documents as d')
    .innerJoin('kyc_files as f', 'f.id', 'd.file_id')
    .where('d.id', '=', documentId)
    .select(['f.media_type', 'f.wrapped_key', 'f.content'])
    .executeTakeFirst()
  if (file === undefined) return fail('DOCUMENT_NOT_FOUND')
  const content = open(file.content, file.wrapped_key, documentKey)
  if (content === null) return fail('FILE_UNREADABLE')
  return ok({ mediaType: mediaType.parse(file.media_type), content: new Uint8Array(content) })
}

/** Authenticated decryption throws on the smallest change, which is an expected failure here, not a bug. */
function open(content: Buffer, wrappedKey: Buffer, documentKey: Buffer): Buffer | null {
  try {
    return unseal(content, unseal(wrappedKey, documentKey))
  } catch {
    return null
  }
}
