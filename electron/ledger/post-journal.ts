import { type Kysely, sql, type Transaction } from 'kysely'
import type { PostingPreview, PostingView } from '../../shared/contract/postings.ts'
import { add, type Money, toDecimal } from '../../shared/money.ts'
import { retryCollisions } from '../db/in-transaction.ts'
import type { DB } from '../db/tables.ts'
import { inBatches } from './in-batches.ts'
import { type Journal, type JournalLeg, legsText, type Posting } from './journal-text.ts'
import { postBatch, receiptOrRefusal } from './post-batch.ts'
import { type Receipt, viewOf } from './read-posting.ts'

/** The only caller of the posting functions. What may be posted, by whom, and at which balance is decided in them. */

/** Posts and answers the receipt; the same key and journal answer the same receipt. What others post meanwhile goes in the same call. */
export function postJournal(
  db: Kysely<DB>,
  key: string,
  journal: Journal,
  description: string | null,
): Promise<PostingView> {
  const posting = { ...journal, key, description }
  // A batch names nobody: who signs, and who stands at the counter for somebody else, is said of one posting.
  return namesPeople(journal) ? postOne(db, posting) : queueOf(db)(posting)
}

const namesPeople = ({ signedBy = [], presenter }: Journal): boolean =>
  signedBy.length > 0 || presenter !== undefined

/** One queue for each signed-in person's connections: what is posted together is posted by one person. */
const queues = new WeakMap<Kysely<DB>, (posting: Posting) => Promise<PostingView>>()

function queueOf(db: Kysely<DB>) {
  const known = queues.get(db)
  if (known !== undefined) return known
  const made = inBatches<Posting, PostingView>(
    (posting) => postOne(db, posting),
    async (postings) => (await postBatch(db, postings)).map((outcome) => () => receiptOrRefusal(outcome)),
  )
  queues.set(db, made)
  return made
}

async function postOne(
  db: Kysely<DB>,
  { key, type, legs, currency, description, signedBy = [], presenter }: Posting,
): Promise<PostingView> {
  const posting = sql<Receipt>`/* post_journal */ SELECT * FROM post_journal(${key}, ${type}, ${legsText(legs)}::posting_leg[], ${currency}, ${description},
    ${signedBy}, ${presenterText(presenter)}::jsonb)`
  const { rows } = await retryCollisions(() => posting.execute(db))
  return viewOf(single(rows))
}

/** What posting would do now, by the same rules, in one round trip; nothing is written or locked. */
export async function previewJournal(
  db: Kysely<DB>,
  { type, legs, currency, signedBy = [], presenter }: Journal,
): Promise<PostingPreview> {
  const asked = sql<{
    preview: Pick<PostingPreview, 'legs' | 'exceeded'>
  }>`SELECT preview_journal(${type}, ${legsText(legs)}::posting_leg[], ${currency}, ${signedBy},
    ${presenterText(presenter)}::jsonb) AS preview`
  const { rows } = await asked.execute(db)
  return { ...single(rows).preview, amount: toDecimal(totalOf(legs, currency)), currency }
}

const presenterText = (presenter: Journal['presenter']): string | null =>
  presenter === undefined ? null : JSON.stringify(presenter)

/** What the posting moves: the sum of its debits. */
const totalOf = (legs: readonly JournalLeg[], currency: string): Money =>
  legs
    .filter(({ side }) => side === 'DEBIT')
    .reduce((total, { amount }) => add(total, amount), { minor: 0n, currency })

/** Opens the till for the caller, with its float from the vault. Answers the id of the till session. */
export async function postTillOpening(
  trx: Transaction<DB>,
  key: string,
  tillId: string,
  float: Money,
): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`SELECT open_till(${key}, ${tillId}, ${toDecimal(float)}::numeric) AS id`.execute(trx)
  return single(rows).id
}

/** Closes the caller's till, or the named one, which is for a supervisor. Answers the id of the till session. */
export async function postTillClosing(
  trx: Transaction<DB>,
  key: string,
  counted: Money,
  tillId: string | null,
): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`SELECT close_till(${key}, ${toDecimal(counted)}::numeric, ${tillId}) AS id`.execute(trx)
  return single(rows).id
}

function single<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('A posting function answered no row')
  return row
}
