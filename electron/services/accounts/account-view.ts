import { type Kysely, sql } from 'kysely'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { DB } from '../../db/tables.ts'

/** Customers' accounts with balances and holder, in the contract's shape; the caller adds which ones. */
export const accountsOf = (db: Kysely<DB>) =>
  db
    .selectFrom('accounts as a')
    .innerJoin('balances as b', 'b.account_id', 'a.id')
    .innerJoin('customers as c', 'c.id', 'a.customer_id')
    .select(['a.id', 'a.account_number as accountNumber', 'a.currency', 'a.status'])
    .select(['b.ledger_balance as ledgerBalance', 'b.available_balance as availableBalance'])
    .select([
      'a.minimum_balance as minimumBalance',
      'a.agreed_limit as agreedLimit',
      'a.created_at as openedAt',
    ])
    .select([
      'c.id as customerId',
      sql<AccountView['accountType']>`a.account_type`.as('accountType'),
      sql<string>`c.first_name || ' ' || c.last_name`.as('customerName'),
    ])
