import { expect, test } from 'vitest'
import { openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { branchForFile } from '../support/test-file.ts'

/** Every file ends with books that balance, which says something only if check_books() finds what is wrong with them. */

const branch = await branchForFile()
const account = await openAccount(branch, await approvedCustomer(branch), { balance: '50' })

/** What check_books() finds after a change that no user can make; it is undone. */
async function faultsAfter(table: string, change: string): Promise<string[]> {
  const client = await branch.database.superuser.connect()
  try {
    await client.query('BEGIN')
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await client.query(
      `${change} WHERE ${table === 'transactions' ? 'to_account_id' : 'account_id'} = '${account}'`,
    )
    const { rows } = await client.query<{ fault: string }>(
      'SELECT DISTINCT fault FROM check_books() ORDER BY fault',
    )
    return rows.map(({ fault }) => fault)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

test.each([
  [
    'an entry of another amount',
    'entries',
    'UPDATE entries SET amount = amount + 1',
    ['BALANCE_DIFFERS', 'CURRENCY_UNBALANCED', 'TRANSACTION_UNBALANCED'],
  ],
  [
    'an entry that is gone',
    'entries',
    'DELETE FROM entries',
    ['BALANCE_DIFFERS', 'CURRENCY_UNBALANCED', 'TRANSACTION_UNBALANCED'],
  ],
  [
    'a number that was left out',
    'entries',
    'UPDATE entries SET sequence = sequence + 1',
    ['BALANCE_DIFFERS'],
  ],
  [
    'a transaction of another amount',
    'transactions',
    'UPDATE transactions SET amount = amount + 1',
    ['TRANSACTION_UNBALANCED'],
  ],
  [
    'another ledger balance',
    'balances',
    'UPDATE balances SET ledger_balance = ledger_balance + 1',
    ['BALANCE_DIFFERS'],
  ],
  [
    'another available balance',
    'balances',
    'UPDATE balances SET available_balance = available_balance + 1',
    ['BALANCE_DIFFERS'],
  ],
  [
    'another number of entries',
    'balances',
    'UPDATE balances SET entry_count = entry_count + 1',
    ['BALANCE_DIFFERS'],
  ],
  ['an account without a balance', 'balances', 'DELETE FROM balances', ['BALANCE_MISSING']],
])('%s is found', async (_, table, change, faults) => {
  expect(await faultsAfter(table, change)).toEqual(faults)
})
