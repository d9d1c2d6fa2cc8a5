import { type Kysely, sql, type Transaction } from 'kysely'
import type { Leg, PostingEffect, PostingView } from '../../shared/contract/postings.ts'
import { add, type Money, toDecimal } from '../../shared/money.ts'
import type { CustomerAccountType } from '../../shared/rules/account-kinds.ts'
import { retryCollisions } from '../db/in-transaction.ts'
import type { DB } from '../db/tables.ts'
import { type Receipt, viewOf } from './read-posting.ts'

/** The only caller of the posting functions. What may be posted, by whom, and at which balance is decided in them. */

/** An account by its id, or the bank's own of a kind: the caller's till (TELLER_CASH) or their branch's. */
export type JournalAccount = { readonly id: string } | { readonly own: BankAccountType }
type BankAccountType = Exclude<DB['accounts']['account_type'], CustomerAccountType>

/** One leg of a posting. */
export type JournalLeg = {
  readonly side: 'DEBIT' | 'CREDIT'
  readonly account: JournalAccount
  readonly amount: Money
}

/** Two or more legs whose debits equal their credits, in one currency. */
export type Journal = {
  readonly type: PostingView['transactionType']
  readonly legs: readonly JournalLeg[]
  readonly currency: string
}

/** Posts and answers the receipt in one round trip; the same key and journal answer the same receipt. */
export async function postJournal(
  db: Kysely<DB>,
  key: string,
  { type, legs, currency }: Journal,
  description: string | null,
): Promise<PostingView> {
  const posting = sql<Receipt>`SELECT * FROM post_journal(${key}, ${type}, ${arrayOf(legs)}::posting_leg[], ${currency}, ${description})`
  const { rows } = await retryCollisions(() => posting.execute(db))
  return viewOf(single(rows))
}

/** What posting would do now, by the same rules, in one round trip; nothing is written or locked. */
export async function previewJournal(
  db: Kysely<DB>,
  { type, legs, currency }: Journal,
): Promise<PostingEffect> {
  const preview = sql<{
    legs: Leg[]
  }>`SELECT preview_journal(${type}, ${arrayOf(legs)}::posting_leg[], ${currency}) AS legs`
  const { rows } = await preview.execute(db)
  return { legs: single(rows).legs, amount: toDecimal(totalOf(legs, currency)), currency }
}

/** What the posting moves: the sum of its debits. */
const totalOf = (legs: readonly JournalLeg[], currency: string): Money =>
  legs
    .filter(({ side }) => side === 'DEBIT')
    .reduce((total, { amount }) => add(total, amount), { minor: 0n, currency })

/** PostgreSQL's literal for an array of rows; identifiers, kinds, sides and decimals need no quoting of their own. */
const arrayOf = (legs: readonly JournalLeg[]): string => `{${legs.map(rowOf).join(',')}}`

const rowOf = ({ account, side, amount }: JournalLeg): string => {
  const named = 'id' in account ? `${account.id},` : `,${account.own}`
  return `"(${named},${side},${toDecimal(amount)})"`
}

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
