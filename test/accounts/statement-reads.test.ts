import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { post } from '../support/posting-functions.ts'
import { rowsRead } from '../support/rows-read.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

const ENTRIES = 30
/** The entries once, and what the page itself needs. */
const ONCE = 45

const { branch } = await workplaceForFile()
const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '100')
const account = await openNewCustomersAccount(branch)
for (let n = 1; n <= ENTRIES; n++) await post(branch.pool('teller'), 'DEPOSIT', cash, account, `${n}.00`)

test('a statement reads an account once where a page has all that was found, to add it up as well', async () => {
  for (const text of ['not there', '17.00']) {
    const read = await rowsRead(
      branch.pool('teller'),
      'entries',
      'SELECT read_statement($1, NULL, 50, NULL, NULL, $2)',
      [account, text],
    )
    expect(read).toBeGreaterThanOrEqual(ENTRIES)
    expect(read).toBeLessThan(ONCE)
  }
})
