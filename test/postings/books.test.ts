import { expect, test } from 'vitest'
import { openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { branchForFile } from '../support/test-file.ts'

/** Every file ends with books that balance, which says something only if check_books() finds what is wrong with them. */

const branch = await branchForFile()
const account = await openAccount(branch, await approvedCustomer(branch), { balance: '50' })

/** A second customer's account, so that two of them can be wrong against each other. */
const other = await openAccount(branch, await approvedCustomer(branch), { balance: '50' })
const inEuros = await openAccount(branch, await approvedCustomer(branch), { currency: 'EUR' })

/** What check_books() finds after a change that no user can make; it is undone. */
const faultsAfter = (table: string, change: string): Promise<string[]> =>
  faultsAfterAll(
    [table],
    [`${change} WHERE ${table === 'transactions' ? 'to_account_id' : 'account_id'} = '${account}'`],
  )

/** The same of several statements that name their rows themselves. */
async function faultsAfterAll(tables: readonly string[], changes: readonly string[]): Promise<string[]> {
  const client = await branch.database.superuser.connect()
  try {
    await client.query('BEGIN')
    for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    for (const change of changes) await client.query(change)
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

// Each condition of check_books() by itself: nothing else in the books is wrong.
test.each([
  [
    'a balance that lacks what may be drawn as well',
    ['balances'],
    [
      `UPDATE balances SET ledger_balance = ledger_balance + 1, available_balance = available_balance + 1 WHERE account_id = '${account}'`,
    ],
    ['BALANCE_DIFFERS'],
  ],
  [
    'a minimum that the available balance ignores',
    ['accounts'],
    [`UPDATE accounts SET minimum_balance = 5 WHERE id = '${account}'`],
    ['BALANCE_DIFFERS'],
  ],
  [
    'two balances that make up for each other',
    ['balances'],
    [
      `UPDATE balances SET ledger_balance = ledger_balance + 1, available_balance = available_balance + 1 WHERE account_id = '${account}'`,
      `UPDATE balances SET ledger_balance = ledger_balance - 1, available_balance = available_balance - 1 WHERE account_id = '${other}'`,
    ],
    ['BALANCE_DIFFERS'],
  ],
  [
    'a gap in the numbers of an account with the right count',
    ['entries'],
    [`UPDATE entries SET sequence = sequence + 7 WHERE account_id = '${account}'`],
    ['BALANCE_DIFFERS'],
  ],
  [
    'a gap in the numbers that the count of entries goes along with',
    ['entries', 'balances'],
    [
      `UPDATE entries SET sequence = sequence + 7 WHERE account_id = '${account}'`,
      `UPDATE balances SET entry_count = entry_count + 7 WHERE account_id = '${account}'`,
    ],
    ['BALANCE_DIFFERS'],
  ],
  [
    'a posted transaction without entries and without a row in the audit log',
    ['entries', 'transactions'],
    [
      `INSERT INTO transactions (transaction_id, idempotency_key, payload_hash, amount, currency, transaction_type, status, business_date, branch_id, created_by,
         actor, cause_type, cause_id, workstation, build, value_date)
       SELECT 'EMPTY', gen_random_uuid(), '', 1, currency, 'TRANSFER', 'COMPLETED', business_date, branch_id, created_by,
         actor, cause_type, cause_id, workstation, build, value_date FROM transactions LIMIT 1`,
    ],
    ['AUDIT_MISSING', 'TRANSACTION_UNBALANCED'],
  ],
  [
    'two transactions that make up for each other',
    ['entries'],
    [
      `UPDATE entries SET amount = amount + 1, balance_after = balance_after + 1 WHERE account_id = '${account}'`,
      `UPDATE balances SET ledger_balance = ledger_balance + 1, available_balance = available_balance + 1 WHERE account_id = '${account}'`,
      `UPDATE entries SET amount = amount - 1, balance_after = balance_after - 1 WHERE account_id = '${other}'`,
      `UPDATE balances SET ledger_balance = ledger_balance - 1, available_balance = available_balance - 1 WHERE account_id = '${other}'`,
    ],
    ['TRANSACTION_UNBALANCED'],
  ],
  [
    'a transaction in two currencies',
    ['entries', 'balances'],
    [
      `UPDATE entries SET account_id = '${inEuros}' WHERE account_id = '${account}'`,
      `UPDATE balances SET ledger_balance = 50, available_balance = 50, entry_count = 1 WHERE account_id = '${inEuros}'`,
      `UPDATE balances SET ledger_balance = 0, available_balance = 0, entry_count = 0 WHERE account_id = '${account}'`,
    ],
    ['CURRENCY_UNBALANCED'],
  ],
])('%s is found, and no other fault', async (_, tables, changes, faults) => {
  expect(await faultsAfterAll(tables, changes)).toEqual(faults)
})

test('the fault names the account or the transaction that is wrong', async () => {
  const client = await branch.database.superuser.connect()
  try {
    await client.query('BEGIN')
    await client.query(
      `UPDATE balances SET ledger_balance = 51, available_balance = 51 WHERE account_id = '${account}'`,
    )
    const { rows } = await client.query('SELECT * FROM check_books()')
    const { rows: named } = await client.query(
      `SELECT account_number AS n FROM accounts WHERE id = '${account}'`,
    )
    expect(rows).toEqual([
      { fault: 'BALANCE_DIFFERS', subject: named[0]?.n, detail: '51.00, entries say 50.00' },
    ])
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})
