import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { MEDIA_TYPES } from '../../../shared/rules/uploaded-file.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'
import { unseal } from '../../crypto.ts'

const mediaType = z.enum(MEDIA_TYPES)

/**
 * The decrypted file of a document, with the ticket of this look. The look is recorded and committed first: the database hands
 * nothing out before. FILE_UNREADABLE when the bytes are not those that were stored.
 */
export const readFile: UseCase<'documents', 'readFile'> = async ({ documentId }, { db, documentKey }) => {
  const ticket = await openDocument(db, documentId)
  const file = await readContent(db, ticket)
  const content = open(file.content, file.wrapped_key, documentKey)
  if (content === null) return fail('FILE_UNREADABLE')
  return ok({ ticket, mediaType: mediaType.parse(file.media_type), content: new Uint8Array(content) })
}

async function openDocument(db: Kysely<DB>, documentId: string): Promise<string> {
  const { rows } = await sql<{ ticket: string }>`SELECT open_document(${documentId}) AS ticket`.execute(db)
  return onlyOne(rows).ticket
}

type StoredFile = { media_type: string; wrapped_key: Buffer; content: Buffer }

async function readContent(db: Kysely<DB>, ticket: string): Promise<StoredFile> {
  const { rows } = await sql<StoredFile>`SELECT * FROM read_document_content(${ticket})`.execute(db)
  return onlyOne(rows)
}

function onlyOne<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('The database answered with no row')
  return first
}

/** Authenticated decryption throws on the smallest change, which is an expected failure here, not a bug. */
function open(content: Buffer, wrappedKey: Buffer, documentKey: Buffer): Buffer | null {
  try {
    return unseal(content, unseal(wrappedKey, documentKey))
  } catch {
    return null
  }
}
