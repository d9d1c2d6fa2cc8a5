import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { needOf } from '../../../shared/rules/documents.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { prepareFile } from './prepare-file.ts'
import { sealPages } from './seal-pages.ts'

/**
 * Stores a document as pages that were drawn anew from its file, with what was read of them: all of it or nothing. It is encrypted here
 * before it leaves this process; the file itself is not kept. Sent twice, it is stored once.
 */
export const uploadDocument: UseCase<'documents', 'upload'> = async (input, context) => {
  const { id, customerId, documentType, documentNumber, expiresAt, content } = input
  const file = await prepareFile(content, context)
  if (!file.ok) return file
  if (file.value === null) throw new Error('Nobody cancels an upload')
  const country = needOf(documentType) === 'identity' ? input.issuingCountry : null
  const { first, further, reading } = sealPages(file.value, content, context.documentKey)
  await retryCollisions(() =>
    sql`SELECT upload_document(${id}, ${customerId}, ${documentType}, ${documentNumber}, ${country}, ${expiresAt},
      ${'image/jpeg'}, ${first.size}, ${first.mac}, ${first.wrappedKey}, ${first.content}, ${further.map(() => 'OTHER')},
      ${further.map(({ size }) => size)}, ${further.map(({ mac }) => mac)}, ${further.map((page) => page.wrappedKey)},
      ${further.map((page) => page.content)}, ${reading})`.execute(context.db),
  )
  return ok({ id })
}
