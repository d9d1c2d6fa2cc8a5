import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { reading } from '../../../shared/reading/reading.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { MEDIA_TYPES } from '../../../shared/rules/uploaded-file.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase, VaultKeys } from '../../workplace.ts'
import { unseal } from '../../crypto.ts'
import { forgetKeys, keyOf, type VaultContext, vaultKeys } from '../sessions/vault.ts'

const mediaType = z.enum(MEDIA_TYPES)
const readings = z.array(reading)

/**
 * The decrypted pages of a document and what was read of them, with the ticket of this look. The look is recorded and committed first: the
 * database hands nothing out before. FILE_UNREADABLE when the bytes are not those that were stored.
 */
export const readFile: UseCase<'documents', 'readFile'> = async ({ documentId }, context) => {
  const ticket = await openDocument(context.db, documentId)
  const stored = await readContent(context.db, ticket)
  const opened = open(stored, await keysFor(stored, context))
  return opened === null ? fail('FILE_UNREADABLE') : ok({ ticket, ...opened })
}

/** The vault keys, asked for anew where the document is under one that came meanwhile. */
async function keysFor(stored: readonly StoredPage[], context: VaultContext) {
  const known = await vaultKeys(context)
  if (stored.every(({ generation }) => generation === null || keyOf(known, generation) !== undefined))
    return known
  forgetKeys(context.vault)
  return vaultKeys(context)
}

async function openDocument(db: Kysely<DB>, documentId: string): Promise<string> {
  const { rows } = await sql<{ ticket: string }>`SELECT open_document(${documentId}) AS ticket`.execute(db)
  const [first] = rows
  if (first === undefined) throw new Error('The database answered with no row')
  return first.ticket
}

/** Without a key when that was destroyed. */
type StoredPage = {
  media_type: string
  generation: number | null
  wrapped_key: Buffer | null
  content: Buffer
  reading: Buffer | null
}

async function readContent(db: Kysely<DB>, ticket: string): Promise<StoredPage[]> {
  const { rows } = await sql<StoredPage>`SELECT * FROM read_document_content(${ticket})`.execute(db)
  if (rows.length === 0) throw new Error('The database answered with no row')
  return rows
}

/** Authenticated decryption throws on the smallest change, which is an expected failure here, not a bug. */
function open(stored: readonly StoredPage[], vault: VaultKeys) {
  try {
    const pages = stored.map(({ media_type, content, ...page }) => ({
      mediaType: mediaType.parse(media_type),
      content: new Uint8Array(unseal(content, fileKey(page, vault))),
    }))
    return { pages, readings: stored.flatMap((page) => readingsOf(page, vault)) }
  } catch {
    return null
  }
}

function fileKey(
  { generation, wrapped_key }: Pick<StoredPage, 'generation' | 'wrapped_key'>,
  vault: VaultKeys,
): Buffer {
  const key = generation === null ? undefined : keyOf(vault, generation)
  if (key === undefined || wrapped_key === null) throw new Error('There is no key for it')
  return unseal(wrapped_key, key)
}

function readingsOf(page: StoredPage, vault: VaultKeys) {
  if (page.reading === null) return []
  return readings.parse(JSON.parse(unseal(page.reading, fileKey(page, vault)).toString()))
}
