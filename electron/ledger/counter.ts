import type { Kysely } from 'kysely'
import type { PostingEffect, PostingView } from '../../shared/contract/postings.ts'
import { toDecimal } from '../../shared/money.ts'
import { ok, type Ok } from '../../shared/result.ts'
import { inTransaction } from '../db/in-transaction.ts'
import type { DB } from '../db/tables.ts'
import { type Journal, postJournal, previewJournal } from './post-journal.ts'
import { describeEffect, readPosting } from './read-posting.ts'

/** Posts at the counter and reads back what stands in the ledger, so that the receipt shows that and nothing else. */
export async function postAndRead(
  db: Kysely<DB>,
  key: string,
  journal: Journal,
  description: string | null,
): Promise<Ok<PostingView>> {
  return inTransaction(db, async (trx) => {
    const posted = await readPosting(trx, await postJournal(trx, key, journal, description))
    if (posted === undefined) throw new Error('What was posted cannot be read')
    return ok(posted)
  })
}

/** What posting would do now. */
export async function preview(db: Kysely<DB>, journal: Journal): Promise<Ok<PostingEffect>> {
  const legs = await previewJournal(db, journal)
  return ok(await describeEffect(db, legs, toDecimal(journal.amount), journal.amount.currency))
}
