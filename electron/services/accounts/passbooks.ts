import { sql } from 'kysely'
import type { PassbookState } from '../../../shared/contract/passbooks.ts'
import { ok } from '../../../shared/result.ts'
import { passbookFileName } from '../../print/file-name.ts'
import type { UseCase } from '../../workplace.ts'
import { beginPassbookPage } from './passbook-page.ts'

/** The open book of an account, and what is not printed in it yet. */
export const readPassbook: UseCase<'accounts', 'passbook'> = async ({ accountId }, { db }) => {
  const { rows } = await sql<{ state: PassbookState }>`SELECT read_passbook(${accountId}) AS state`.execute(
    db,
  )
  const [row] = rows
  if (row === undefined) throw new Error('read_passbook() answered nothing')
  return ok(row.state)
}

/** Issues a book. Sent twice, it is issued once. */
export const issuePassbook: UseCase<'accounts', 'issuePassbook'> = async (input, { db }) => {
  const { key, accountId, serialNumber } = input
  await sql`SELECT issue_passbook(${key}, ${accountId}, ${serialNumber})`.execute(db)
  return ok({})
}

export const endPassbook: UseCase<'accounts', 'endPassbook'> = async ({ passbookId, reason }, { db }) => {
  await sql`SELECT end_passbook(${passbookId}, ${reason})`.execute(db)
  return ok({})
}

/** What somebody saw in the book after a print of which the printer did not tell. */
export const sayPassbookLine: UseCase<'accounts', 'sayPassbookLine'> = async ({ printId, line }, { db }) => {
  await sql`SELECT say_passbook_line(${printId}, ${line})`.execute(db)
  return ok({})
}

export const exportPassbook: UseCase<'accounts', 'exportPassbook'> = async (input, { db }) => {
  const { begun, content } = await beginPassbookPage(db, input, 'FILE')
  const fileName = passbookFileName(begun.serialNumber, begun.page)
  return ok({ fileName, mediaType: 'application/pdf', content })
}
