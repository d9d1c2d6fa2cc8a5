import { sql } from 'kysely'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { MOST_PAGES, needOf, sideOf } from '../../../shared/rules/documents.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { withVaultKeys } from '../sessions/vault.ts'
import { joinPages, type MadePages, madePages } from './made-pages.ts'
import type { FileContext } from './prepare-file.ts'
import { sealPages } from './seal-pages.ts'

/**
 * Stores a document as pages that were drawn anew from its file, with what was read of them: all of it or nothing. It is encrypted here
 * before it leaves this process; the file itself is not kept. Sent twice, it is stored once.
 */
export const uploadDocument: UseCase<'documents', 'upload'> = async (input, context) => {
  const { id, customerId, documentType, documentNumber, expiresAt, content } = input
  const made = await pagesOf([content, ...input.further], context)
  if (!made.ok) return made
  const country = needOf(documentType) === 'identity' ? input.issuingCountry : null
  const { value } = made
  await withVaultKeys(context, async (vault) => {
    const { first, further, reading } = sealPages(value, content, vault)
    const sides = further.map((_, at) => sideOf(documentType, at + 1))
    await retryCollisions(() =>
      sql`SELECT upload_document(${id}, ${customerId}, ${documentType}, ${documentNumber}, ${country}, ${expiresAt},
        ${'image/jpeg'}, ${first.size}, ${first.mac}, ${first.wrappedKey}, ${first.content}, ${sides},
        ${further.map(({ size }) => size)}, ${further.map(({ mac }) => mac)}, ${further.map((page) => page.wrappedKey)},
        ${further.map((page) => page.content)}, ${reading}, ${vault.generation},
        ${[first, ...further].map(({ pageMac }) => pageMac)}, ${input.issuedOn})`.execute(context.db),
    )
  })
  return ok({ id })
}

/** The pages of everything that was handed in, one after the other. */
async function pagesOf(contents: readonly Uint8Array[], context: FileContext) {
  const files: MadePages[] = []
  for (const content of contents) {
    const made = await madePages(content, context)
    if (!made.ok) return made
    if (made.value === null) throw new Error('Nobody cancels an upload')
    files.push(made.value)
  }
  const joined = joinPages(files)
  return joined.jpegs.length > MOST_PAGES
    ? fail('FILE_TOO_MANY_PAGES', { maximum: String(MOST_PAGES) })
    : ok(joined)
}
