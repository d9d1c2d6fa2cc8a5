import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import type { TestBranch } from '../support/branch.ts'
import { bankOf } from '../support/new-branch.ts'
import { closeTill, post, receiveVaultCash } from '../support/posting-functions.ts'
import { only, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { cashAccountOf, ensureOpenTill } from '../support/tills.ts'
import { addUser, type TestUser } from '../support/users.ts'

/** Two branches, made by the calls, in two time zones: each works with accounts of both, ends its own day, and no cent is lost. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch
const { superuser } = database
const second = await addUser(database, branch.id, { username: 'second.admin', role: 'ADMIN' })
const { by, made, moved } = bankOf(workplace, second)
const { key: tokyo } = await made({ timeZone: 'Asia/Tokyo' })
const anna = await moved('ADMIN', tokyo, second)
const sam = await moved('SUPERVISOR', tokyo, anna)
await moved('SUPERVISOR', tokyo, anna)
const tom = await moved('TELLER', tokyo, anna)
const pool = (user: TestUser) => database.pool(user.token)
const number = async (sql: string, values: unknown[] = []) =>
  only((await superuser.query<{ n: string }>(`SELECT coalesce(${sql}, 0)::text AS n`, values)).rows).n
const held = (branchId: string) =>
  number(
    `(SELECT sum(ledger_balance) FROM balances b JOIN accounts a ON a.id = b.account_id
      WHERE a.branch_id = $1 AND a.account_type IN ('VAULT', 'TELLER_CASH'))`,
    [branchId],
  )
const balance = (account: string) =>
  number('(SELECT ledger_balance FROM balances WHERE account_id = $1)', [account])
/** Debits less credits of all entries on the accounts of a branch. */
const sumOf = (branchId: string) =>
  number(
    `(SELECT sum(CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END)
      FROM entries e JOIN accounts a ON a.id = e.account_id WHERE a.branch_id = $1)`,
    [branchId],
  )

test('cash and transfers cross the branches, each closes its own day, and all books agree', async () => {
  await receiveVaultCash(pool(sam), '1000.00', 'First cash')
  const tills = await superuser.query<{ id: string }>(
    'SELECT id FROM tills WHERE branch_id = $1 ORDER BY name',
    [tokyo],
  )
  const [till = '', other = ''] = tills.rows.map(({ id }) => id)
  const people = { ...staff, teller: tom, supervisor: sam }
  const there: TestBranch = {
    ...branch,
    id: tokyo,
    tills: [till, other, other],
    staff: people,
    pool: (name) => pool(people[name]),
  }
  await ensureOpenTill(branch, staff.teller, 0, '300.00')
  await ensureOpenTill(there, tom, 0, '200.00')
  const cash = await cashAccountOf(branch, till)
  const north = await openNewCustomersAccount(branch)
  const east = await openNewCustomersAccount(there)
  const nordCash = await cashAccountOf(branch, branch.tills[0])
  // Cash at Tokyo on an account of Nord, at Nord on one of Tokyo, and a transfer each way.
  await post(pool(tom), 'DEPOSIT', cash, north, '70.10')
  await post(branch.pool('teller'), 'DEPOSIT', nordCash, east, '30.05')
  await post(pool(tom), 'TRANSFER', north, east, '20.01')
  await post(branch.pool('teller'), 'TRANSFER', east, north, '0.02')
  await post(pool(tom), 'WITHDRAWAL', east, cash, '5.00')
  expect([await balance(north), await balance(east)]).toEqual(['50.11', '45.04'])
  expect(await held(tokyo)).toBe('1065.10')
  // A branch's accounts do not balance by themselves; the bank's do.
  expect(Number(await sumOf(branch.id)) + Number(await sumOf(tokyo))).toBe(0)

  // Nobody sees or closes what is the other's.
  await expect(pool(sam).query('SELECT close_branch_day()')).rejects.toMatchObject(
    refused('TILLS_STILL_OPEN'),
  )
  const seen = await pool(tom).query<{ branch: string }>(
    'SELECT DISTINCT branch_id AS branch FROM business_days',
  )
  expect(seen.rows).toEqual([{ branch: tokyo }])
  await closeTill(pool(tom), '265.10')
  await by(sam).call('branches.closeDay', {})
  const open = await superuser.query('SELECT branch_id FROM business_days WHERE closed_at IS NULL')
  expect(open.rows).toEqual([{ branch_id: branch.id }])
  // Nord goes on with Tokyo's account while Tokyo is closed.
  await post(branch.pool('teller'), 'DEPOSIT', nordCash, east, '1.00')
  expect(await balance(east)).toBe('46.04')
  expect((await superuser.query('SELECT * FROM check_books()')).rows).toEqual([])
})
