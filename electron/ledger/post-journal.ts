import { type Kysely, sql, type Transaction } from 'kysely'
import { type Money, toDecimal } from '../../shared/money.ts'
import type { DB } from '../db/tables.ts'

/** The only caller of the posting functions. What may be posted, by whom, and at which balance is decided in them. */

/** "From" is debited and "to" is credited: see the migration of the ledger. */
export type Journal = {
  readonly type: 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER'
  readonly from: string
  readonly to: string
  readonly amount: Money
}

export type AssessedLeg = {
  account_id: string
  side: 'DEBIT' | 'CREDIT'
  ledger_before: string
  ledger_after: string
  available_before: string
  available_after: string
}

/** Posts in one round trip and returns the transaction's id; the same key and journal return the same one. */
export async function postJournal(
  trx: Transaction<DB>,
  key: string,
  { type, from, to, amount }: Journal,
  description: string | null,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`SELECT post_journal(${key}, ${type}, ${from}, ${to},
    ${toDecimal(amount)}::numeric, ${amount.currency}, ${description}) AS id`.execute(trx)
  return single(rows).id
}

/** What posting would do now, by the same rules; nothing is written or locked. The debited leg comes first. */
export async function previewJournal(
  db: Kysely<DB>,
  { type, from, to, amount }: Journal,
): Promise<AssessedLeg[]> {
  const { rows } = await sql<AssessedLeg>`SELECT * FROM preview_journal(${type}, ${from}, ${to},
    ${toDecimal(amount)}::numeric, ${amount.currency})`.execute(db)
  return rows
}

export async function openTill(
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

/** Closes the caller's till, or the named one: that is for a supervisor. */
export async function closeTill(
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

export async function receiveVaultCash(
  trx: Transaction<DB>,
  key: string,
  amount: Money,
  description: string,
): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`SELECT receive_vault_cash(${key}, ${toDecimal(amount)}::numeric, ${description}) AS id`.execute(trx)
  return single(rows).id
}

function single<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('A posting function answered no row')
  return row
}
