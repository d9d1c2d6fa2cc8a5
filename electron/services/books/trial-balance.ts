import { type Kysely, sql } from 'kysely'
import type { ChartAccount, CodeBalance } from '../../../shared/contract/book-views.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'

/** What stands on every code at the end of a date, and the chart in which the codes stand. */
export const trialBalance: UseCase<'books', 'trialBalance'> = async ({ date, basis }, { db }) => {
  const { rows } = await sql<CodeBalance>`SELECT code, currency, debits::text, credits::text, entries::int
    FROM read_trial_balance(${date}, ${basis === 'VALUE'})`.execute(db)
  return ok({ chart: await chartOf(db), balances: rows })
}

/** The chart of accounts, each code after the one above it. */
export async function chartOf(db: Kysely<DB>): Promise<ChartAccount[]> {
  const { rows } =
    await sql<ChartAccount>`SELECT code, name, parent, class, normal_side AS "normalSide", depth, sets
    FROM read_chart()`.execute(db)
  return rows
}
