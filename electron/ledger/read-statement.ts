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
