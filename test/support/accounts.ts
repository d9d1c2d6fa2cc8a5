import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { AccountView } from '../../shared/contract/accounts.ts'
import type { TestBranch } from './branch.ts'
import { approvedCustomer } from './customers.ts'
import { post } from './posting-functions.ts'
import { only, type Queryable } from './queries.ts'
import { ensureOpenTill } from './tills.ts'

type NewAccount = CallInput<'accounts.open'>

/** A whole account as a teller opens one. */
export const newAccount = (customerId: string, changes: Partial<NewAccount> = {}): NewAccount => ({
  id: randomUUID(),
  customerId,
  accountType: 'SAVINGS',
  currency: 'USD',
  agreedLimit: null,
  productId: null,
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
  held: '0.00',
  openedAt: '2026-01-05T09:00:00Z',
  ...changes,
})

/** The function that opens an account, as text; arguments are SQL expressions. */
export const openAccountSql = ({
  customer,
  type = `'SAVINGS'`,
  currency = `'USD'`,
  limit = '0',
}: {
  readonly customer: string
  readonly type?: string
  readonly currency?: string
  readonly limit?: string
}): string => `SELECT open_account(gen_random_uuid(), ${customer}, ${type}, ${currency}, ${limit})`

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
  await branch
    .pool('supervisor')
    .query('SELECT open_account($1, $2, $3, $4, 0)', [id, customerId, type, currency])
  if (agreedLimit !== '0') await agreeLimit(branch, id, agreedLimit)
  if (balance !== undefined) {
    const till = await ensureOpenTill(branch, branch.staff.supervisor2, 2)
    await post(branch.pool('supervisor2'), 'DEPOSIT', till, id, balance)
  }
  return id
}

/** Gives an account the limit that two people would agree. */
async function agreeLimit({ database }: TestBranch, accountId: string, limit: string): Promise<void> {
  await database.superuser.query('UPDATE accounts SET agreed_limit = $2 WHERE id = $1', [accountId, limit])
  await database.superuser.query(
    'UPDATE balances SET available_balance = available_balance + $2 WHERE account_id = $1',
    [accountId, limit],
  )
}

export type StatusChange = 'freeze' | 'unfreeze' | 'close'

/** Freezes, unfreezes or closes an account over a connection of somebody who may. */
export const changeAccount = (connection: Queryable, change: StatusChange, accountId: string) =>
  connection.query(`SELECT ${change}_account($1, 'Asked for by the holder')`, [accountId])

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

export async function accountNumberOf({ database }: TestBranch, accountId: string): Promise<string> {
  const { rows } = await database.superuser.query<{ number: string }>(
    'SELECT account_number AS number FROM accounts WHERE id = $1',
    [accountId],
  )
  return only(rows).number
}

/** The id of the branch's own account of a kind that it has one of. */
export async function internalAccount(
  branch: TestBranch,
  type: 'VAULT' | 'FEE_INCOME' | 'CASH_SHORT' | 'CASH_OVER' | 'SUSPENSE',
): Promise<string> {
  const { rows } = await branch.database.superuser.query<{ id: string }>(
    'SELECT id FROM accounts WHERE account_type = $1 AND branch_id = $2',
    [type, branch.id],
  )
  return only(rows).id
}
