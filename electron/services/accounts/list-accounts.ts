import { type Kysely, sql } from 'kysely'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { DB } from '../../db/tables.ts'

/** A customer's accounts with their balances, in the order in which they were opened. */
export async function listAccounts(db: Kysely<DB>, customerId: string): Promise<AccountView[]> {
  const { rows } = await sql<{
    account: AccountView
  }>`SELECT account FROM list_accounts(${customerId}) AS account`.execute(db)
  return rows.map(({ account }) => account)
}
