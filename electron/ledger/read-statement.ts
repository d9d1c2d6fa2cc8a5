import type { Kysely } from 'kysely'
import type { DB } from '../db/tables.ts'

/** The entries of one account in the contract's shape; the account's own numbering orders and pages them. */
export const statementLines = (db: Kysely<DB>, accountId: string) =>
  db
    .selectFrom('entries as e')
    .innerJoin('transactions as t', 't.id', 'e.transaction_id')
    .where('e.account_id', '=', accountId)
    .select(['e.id as entryId', 't.id as transactionId', 't.transaction_id as reference'])
    .select(['t.business_date as businessDate', 'e.created_at as postedAt', 't.description', 'e.amount'])
    .select(['t.transaction_type as transactionType', 'e.entry_type as side'])
    .select(['e.balance_after as balanceAfter', 'e.sequence'])

/**
 * One page, newest first: the entries numbered below `before`, or the newest. The numbering has no gaps, so the page is a
 * range of numbers; a bare LIMIT under row-level security would have the whole history read and sorted for each page.
 */
export async function statementPage(db: Kysely<DB>, accountId: string, before: string | null, limit: number) {
  const end = before === null ? await numberAfterLast(db, accountId) : BigInt(before)
  return statementLines(db, accountId)
    .where('e.sequence', '<', String(end))
    .where('e.sequence', '>=', String(end - BigInt(limit)))
    .orderBy('e.sequence', 'desc')
    .execute()
}

async function numberAfterLast(db: Kysely<DB>, accountId: string): Promise<bigint> {
  const balance = await db
    .selectFrom('balances')
    .where('account_id', '=', accountId)
    .select('entry_count')
    .executeTakeFirst()
  return BigInt(balance?.entry_count ?? '0') + 1n
}
