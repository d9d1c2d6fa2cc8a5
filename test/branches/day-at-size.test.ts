import { afterAll, expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { openTill, post } from '../support/posting-functions.ts'
import { rowsRead } from '../support/rows-read.ts'
import { cashAccountOf } from '../support/tills.ts'
import { workplaceForFile } from '../support/test-file.ts'

// A till and the vault are used every day for years. The page of a day reads what happened on it, and not what happened before.

const EARLIER = 3_000
/** What a day of three postings needs, who asks included. */
const LITTLE = 300

const workplace = await workplaceForFile({ vault: '10000.00' })
const { branch } = workplace
const { superuser } = branch.database
const [first, second] = branch.tills
const account = await openNewCustomersAccount(branch)
const cash = await cashAccountOf(branch, first)
await openTill(branch.pool('supervisor2'), second, '200')
await post(branch.pool('supervisor2'), 'DEPOSIT', await cashAccountOf(branch, second), account, '30')

/** Does something with the ledger that its triggers would refuse. */
const unguarded = (text: string) =>
  superuser.query(
    `ALTER TABLE entries DISABLE TRIGGER ALL; ALTER TABLE balances DISABLE TRIGGER ALL; ${text};
     ALTER TABLE entries ENABLE TRIGGER ALL; ALTER TABLE balances ENABLE TRIGGER ALL; ANALYZE entries`,
  )

// Copies of an entry, as if the till had been used long ago.
await unguarded(`
  INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, created_at, business_date, value_date, actor)
    SELECT transaction_id, '${cash}', entry_type, amount, n, 0, now() - interval '1 year', '2020-01-01', '2020-01-01', actor
    FROM (SELECT * FROM entries WHERE account_id = '${account}' LIMIT 1) AS e, generate_series(1, ${EARLIER}) AS n;
  UPDATE balances SET entry_count = ${EARLIER} WHERE account_id = '${cash}'`)
await openTill(branch.pool('teller'), first, '500')
await post(branch.pool('teller'), 'DEPOSIT', cash, account, '120.50')

afterAll(() =>
  unguarded(`
    DELETE FROM entries WHERE account_id = '${cash}' AND sequence <= ${EARLIER};
    UPDATE entries SET sequence = sequence - ${EARLIER} WHERE account_id = '${cash}';
    UPDATE balances SET entry_count = entry_count - ${EARLIER} WHERE account_id = '${cash}'`),
)

test('the page of a day reads what was posted on it, however long the tills have been used', async () => {
  for (const table of ['entries', 'transactions'])
    expect(await rowsRead(branch.pool('auditor'), table, 'SELECT * FROM read_branch_day(NULL)')).toBeLessThan(
      LITTLE,
    )
  const { tills } = await workplace.as('auditor').call('branches.readDay', { businessDate: null })
  expect(tills[0]).toMatchObject({ float: '500.00', paidIn: '120.50', paidOut: '0' })
})
