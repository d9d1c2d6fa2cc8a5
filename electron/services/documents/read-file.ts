import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { reading } from '../../../shared/reading/reading.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { MEDIA_TYPES } from '../../../shared/rules/uploaded-file.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'
import { unseal } from '../../crypto.ts'

const mediaType = z.enum(MEDIA_TYPES)
const readings = z.array(reading)

/**
 * The decrypted pages of a document and what was read of them, with the ticket of this look. The look is recorded and committed first: the
 * database hands nothing out before. FILE_UNREADABLE when the bytes are not those that were stored.
 */
export const readFile: UseCase<'documents', 'readFile'> = async ({ documentId }, { db, documentKey }) => {
  const ticket = await openDocument(db, documentId)
  const opened = open(await readContent(db, ticket), documentKey)
  return opened === null ? fail('FILE_UNREADABLE') : ok({ ticket, ...opened })
}

async function openDocument(db: Kysely<DB>, documentId: string): Promise<string> {
  const { rows } = await sql<{ ticket: string }>`SELECT open_document(${documentId}) AS ticket`.execute(db)
  const [first] = rows
  if (first === undefined) throw new Error('The database answered with no row')
  return first.ticket
}

type StoredPage = { media_type: string; wrapped_key: Buffer; content: Buffer; reading: Buffer | null }

async function readContent(db: Kysely<DB>, ticket: string): Promise<StoredPage[]> {
  const { rows } = await sql<StoredPage>`SELECT * FROM read_document_content(${ticket})`.execute(db)
  if (rows.length === 0) throw new Error('The database answered with no row')
  return rows
}

/** Authenticated decryption throws on the smallest change, which is an expected failure here, not a bug. */
function open(stored: readonly StoredPage[], documentKey: Buffer) {
  try {
    const pages = stored.map(({ media_type, wrapped_key, content }) => ({
      mediaType: mediaType.parse(media_type),
      content: new Uint8Array(unseal(content, unseal(wrapped_key, documentKey))),
    }))
    return { pages, readings: stored.flatMap((page) => readingsOf(page, documentKey)) }
  } catch {
    return null
  }
}

function readingsOf({ wrapped_key, reading: sealed }: StoredPage, documentKey: Buffer) {
  if (sealed === null) return []
  return readings.parse(JSON.parse(unseal(sealed, unseal(wrapped_key, documentKey)).toString()))
}
