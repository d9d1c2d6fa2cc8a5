import { type Kysely, sql } from 'kysely'
import type { Reversed, ReversalPreview } from '../../shared/contract/postings.ts'
import { retryCollisions } from '../db/in-transaction.ts'
import type { DB } from '../db/tables.ts'
import { type Receipt, viewOf } from './read-posting.ts'

/** What is reversed, why, in which words, and whether with what followed from it. */
export type ReversalOrder = {
  readonly key: string
  readonly transactionId: string
  readonly reasonCode: string
  readonly words: string | null
  readonly withFees: boolean
}

/** Reverses a posting in one round trip, or puts that before a second person; the same key answers the same. */
export async function reversePosting(
  db: Kysely<DB>,
  { key, transactionId, reasonCode, words, withFees }: ReversalOrder,
): Promise<Reversed> {
  const reversing = sql<Receipt & { readonly waits: Reversed['waits'] }>`
    SELECT (made.receipt).*, made.waits FROM reverse_posting(${key}, ${transactionId}, ${reasonCode}, ${words}, ${withFees}) AS made
  `
  const { rows } = await retryCollisions(() => reversing.execute(db))
  const [row] = rows
  if (row === undefined) throw new Error('Reversing answered no row')
  return row.waits === null ? { posting: viewOf(row), waits: null } : { posting: null, waits: row.waits }
}

/** What reversing would do now, by the same rules; nothing is written or locked. */
export async function previewReversal(
  db: Kysely<DB>,
  transactionId: string,
  withFees: boolean,
): Promise<ReversalPreview> {
  const { rows } = await sql<{
    preview: ReversalPreview
  }>`SELECT preview_reversal(${transactionId}, ${withFees}) AS preview`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The preview of a reversal answered no row')
  return row.preview
}
