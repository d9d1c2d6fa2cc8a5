import { type Kysely, sql } from 'kysely'
import type { AccountView, StatementLine, StatementTotals } from '../../shared/contract/accounts.ts'
import type { DB } from '../db/tables.ts'

type StatementPage = {
  readonly account: AccountView
  readonly lines: StatementLine[]
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null
  readonly totals: StatementTotals | null
}

type Asked = {
  readonly accountId: string
  readonly before: string | null
  readonly limit: number
  readonly from: string | null
  readonly to: string | null
  readonly find: string | null
}

/** One page, newest first: the entries numbered below `before`, or the newest, of a period and with a text in them. */
export async function statementPage(db: Kysely<DB>, asked: Asked): Promise<StatementPage> {
  const { accountId, before, limit, from, to, find } = asked
  const { rows } = await sql<{
    page: StatementPage
  }>`SELECT read_statement(${accountId}, ${before}, ${limit}, ${from}, ${to}, ${find}) AS page`.execute(db)
  return single(rows).page
}

/** The entries of a period of business dates, oldest first, and what stood on the account before them. */
type StatementOfPeriod = {
  readonly account: AccountView
  readonly openingBalance: string
  readonly lines: readonly StatementLine[]
}

/** For a statement on paper; both dates are included, null leaves that end open. Refuses more than `most` lines. */
export async function statementOfPeriod(
  db: Kysely<DB>,
  accountId: string,
  { format, from, to, most }: { format: string; from: string | null; to: string | null; most: number },
): Promise<StatementOfPeriod> {
  const { rows } = await sql<{
    statement: StatementOfPeriod
  }>`SELECT export_statement(${accountId}, ${format}, ${from}, ${to}, ${most}) AS statement`.execute(db)
  return single(rows).statement
}

/** The same as it would be printed now, which is recorded as looked at. */
export async function statementToLookAt(
  db: Kysely<DB>,
  accountId: string,
  { from, to, most }: { from: string | null; to: string | null; most: number },
): Promise<StatementOfPeriod> {
  const { rows } = await sql<{
    statement: StatementOfPeriod
  }>`SELECT preview_statement(${accountId}, ${from}, ${to}, ${most}) AS statement`.execute(db)
  return single(rows).statement
}

function single<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('A function of the ledger answered no row')
  return row
}
