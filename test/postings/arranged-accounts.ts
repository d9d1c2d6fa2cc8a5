import { type AccountOptions, internalAccount, openNewCustomersAccount } from '../support/accounts.ts'
import type { TestBranch } from '../support/branch.ts'
import { insertPostings } from '../support/journal-rows.ts'

/** The most that decimal(15,2) holds. */
const LARGEST = '9999999999999.99'

/** Opens an account that is frozen, closed or dormant, with its balance still on it. */
export async function inStatus(
  branch: TestBranch,
  status: 'SUSPENDED' | 'CLOSED' | 'INACTIVE',
  options: AccountOptions = {},
): Promise<string> {
  const accountId = await openNewCustomersAccount(branch, options)
  await branch.database.superuser.query('UPDATE accounts SET status = $2 WHERE id = $1', [accountId, status])
  return accountId
}

/** Opens an account of a customer whose KYC has expired, where the policy blocks all postings. */
export async function blockedByKyc(branch: TestBranch, options: AccountOptions = {}): Promise<string> {
  const accountId = await openNewCustomersAccount(branch, options)
  await branch.database.superuser.query(`UPDATE accounts SET kyc_block = 'POSTINGS' WHERE id = $1`, [
    accountId,
  ])
  return accountId
}

/** Opens a savings account whose balance is what its product asks it to keep. */
export async function withMinimum(branch: TestBranch): Promise<string> {
  const accountId = await openNewCustomersAccount(branch, { balance: '25.00' })
  const { superuser } = branch.database
  await superuser.query('UPDATE accounts SET minimum_balance = 25 WHERE id = $1', [accountId])
  await superuser.query('UPDATE balances SET available_balance = 0 WHERE account_id = $1', [accountId])
  return accountId
}

const full = new WeakMap<TestBranch, Promise<string>>()

/** One account with LARGEST on it, for all who need one: the suspense account, its other side, holds no more either. */
export function fullAccount(branch: TestBranch): Promise<string> {
  const made = full.get(branch) ?? fill(branch)
  full.set(branch, made)
  return made
}

async function fill(branch: TestBranch): Promise<string> {
  const to = await openNewCustomersAccount(branch)
  const from = await internalAccount(branch, 'SUSPENSE')
  await insertPostings(branch, { type: 'TRANSFER', from, to, amount: LARGEST, count: 1 })
  return to
}

/** Does something with an account that is overdrawn by LARGEST, which no agreed limit allows, and empties it again. */
export async function withOverdrawnAccount<T>(
  branch: TestBranch,
  work: (accountId: string) => Promise<T>,
): Promise<T> {
  const accountId = await openNewCustomersAccount(branch, { type: 'CURRENT', agreedLimit: LARGEST })
  const set = 'UPDATE balances SET ledger_balance = $1 WHERE account_id = $2'
  await branch.database.superuser.query(set, [`-${LARGEST}`, accountId])
  try {
    return await work(accountId)
  } finally {
    await branch.database.superuser.query(set, ['0', accountId])
  }
}
