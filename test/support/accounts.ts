import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { AccountView } from '../../shared/contract/accounts.ts'
import type { TestBranch } from './branch.ts'
import { approvedCustomer } from './customers.ts'
import { post } from './posting-functions.ts'
import { insertSql, only } from './queries.ts'
import { ensureOpenTill } from './tills.ts'

type NewAccount = CallInput<'accounts.open'>

/** A whole account as a teller opens one. */
export const newAccount = (customerId: string, changes: Partial<NewAccount> = {}): NewAccount => ({
  id: randomUUID(),
  customerId,
  accountType: 'SAVINGS',
  currency: 'USD',
  agreedLimit: null,
  ...changes,
})

/** An account as screens and printed documents show it. */
export const accountView = (changes: Partial<AccountView> = {}): AccountView => ({
  id: '00000000-0000-4000-8000-000000000002',
  accountNumber: '4017220912',
  accountType: 'CURRENT',
  currency: 'EUR',
  status: 'ACTIVE',
  customerId: '00000000-0000-4000-8000-000000000004',
  customerName: 'Maria Petrova',
  ledgerBalance: '0.00',
  availableBalance: '0.00',
  minimumBalance: '0.00',
  agreedLimit: '0.00',
  openedAt: '2026-01-05T09:00:00Z',
  ...changes,
})

/** The statement that opens an account, as text: column → SQL expression, over those that every account has. */
export const insertAccountSql = (columns: Readonly<Record<string, string>>): string =>
  insertSql('accounts', {
    id: 'gen_random_uuid()',
    account_type: `'SAVINGS'`,
    currency: `'USD'`,
    ...columns,
  })

export type AccountOptions = {
  readonly type?: 'SAVINGS' | 'CURRENT' | 'LOAN'
  readonly currency?: string
  readonly agreedLimit?: string
  /** Really deposited, through the second supervisor's till. */
  readonly balance?: string
}

/** Opens an account of a customer and answers its id. */
export async function openAccount(
  branch: TestBranch,
  customerId: string,
  { type = 'SAVINGS', currency = branch.currency, agreedLimit = '0', balance }: AccountOptions = {},
): Promise<string> {
  const id = randomUUID()
  const columns = { id: '$1', customer_id: '$2', account_type: '$3', currency: '$4', agreed_limit: '$5' }
  await branch
    .pool('supervisor')
    .query(insertAccountSql(columns), [id, customerId, type, currency, agreedLimit])
  if (balance !== undefined) {
    const till = await ensureOpenTill(branch, branch.staff.supervisor2, 2)
    await post(branch.pool('supervisor2'), 'DEPOSIT', till, id, balance)
  }
  return id
}

/** Opens an account of a customer who has no other. */
export const openNewCustomersAccount = async (
  branch: TestBranch,
  options: AccountOptions = {},
): Promise<string> => openAccount(branch, await approvedCustomer(branch), options)

/** What stands in an account, and what of it may be used, as decimal text. */
export async function balanceOf(branch: TestBranch, accountId: string) {
  const { rows } = await branch.database.superuser.query<{ ledger: string; available: string }>(
    'SELECT ledger_balance AS ledger, available_balance AS available FROM balances WHERE account_id = $1',
    [accountId],
  )
  return only(rows)
}

/** The id of the branch's own account of a kind that it has one of. */
export async function internalAccount(
  branch: TestBranch,
  type: 'VAULT' | 'FEE_INCOME' | 'CASH_SHORT' | 'CASH_OVER' | 'SUSPENSE',
): Promise<string> {
  const { rows } = await branch.database.superuser.query<{ id: string }>(
    'SELECT id FROM accounts WHERE account_type = $1',
    [type],
  )
  return only(rows).id
}
