import { type Kysely, sql } from 'kysely'
import { DatabaseError } from 'pg'
import type { PostingView } from '../../shared/contract/postings.ts'
import { retryCollisions } from '../db/in-transaction.ts'
import type { DB } from '../db/tables.ts'
import { itemsText, type Posting } from './journal-text.ts'
import { type Receipt, viewOf } from './read-posting.ts'

/** A row of the answer: the receipt where it was posted, otherwise the refusal by its name, with the facts of its sentence. */
type Answer = { readonly key: string } & (
  | (Receipt & { readonly refusal: null })
  | { readonly refusal: string; readonly facts: Readonly<Record<string, unknown>> }
)

/** What one posting of a batch came to. */
export type BatchOutcome =
  PostingView | { readonly refusal: string; readonly facts: Readonly<Record<string, unknown>> }

/**
 * Posts up to a thousand in one round trip, each posted or refused by itself as if they had come one after the other; answers in
 * their order. A key is named once. The same keys and journals answer the same.
 */
export async function postBatch(db: Kysely<DB>, postings: readonly Posting[]): Promise<BatchOutcome[]> {
  const batch = sql<Answer>`SELECT answer.key, answer.refusal, answer.facts, (answer.receipt).*
    FROM post_batch(${itemsText(postings)}::posting_item[]) AS answer`
  const { rows } = await retryCollisions(() => batch.execute(db))
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return postings.map(({ key }) => {
    const found = byKey.get(key)
    if (found === undefined) throw new Error('The ledger answered nothing for a posting of a batch')
    return found.refusal === null ? viewOf(found) : { refusal: found.refusal, facts: found.facts }
  })
}

/** The receipt; or throws what the database would have thrown for this posting alone. */
export function receiptOrRefusal(outcome: BatchOutcome): PostingView {
  if (!('refusal' in outcome)) return outcome
  const error = new DatabaseError(outcome.refusal, 0, 'error')
  error.code = 'CX000'
  error.constraint = outcome.refusal
  error.detail = JSON.stringify(outcome.facts)
  throw error
}
