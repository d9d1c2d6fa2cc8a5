import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { closeTill, post } from '../support/posting-functions.ts'
import { only, refusalsOf } from '../support/queries.ts'
import { addBranch } from '../support/second-branch.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

const branch = await branchForFile()
const { database } = branch
await ensureOpenTill(branch, branch.staff.teller, 0, '5000.00')

const account = (balance: string) => openNewCustomersAccount(branch, { balance })

test('a day that is being closed at another branch keeps no posting of this branch waiting, and the other way round', async () => {
  const [a, b] = [await account('100.00'), await account('100.00')]
  const other = await addBranch(branch)
  const closing = await database.pool(other.supervisor.token).connect()
  try {
    await closing.query('BEGIN')
    await closing.query('SELECT close_branch_day()')
    expect(await post(branch.pool('teller'), 'TRANSFER', a, b, '1')).toBeTruthy()
    await closing.query('ROLLBACK')
    const posting = await branch.pool('teller').connect()
    await posting.query('BEGIN')
    await post(posting, 'TRANSFER', a, b, '1')
    await closing.query('SELECT close_branch_day()')
    await posting.query('ROLLBACK')
    posting.release()
  } finally {
    closing.release()
  }
})

test('a posting is made on the open day or refused, never on a day that is closed', async () => {
  const [a, b] = [await account('100.00'), await account('100.00')]
  for (const who of ['teller', 'supervisor2'] as const) {
    const { rows } = await database.superuser.query<{ counted: string }>(
      `SELECT ledger_balance AS counted FROM till_sessions s JOIN accounts a USING (till_id) JOIN balances ON account_id = a.id
       WHERE user_id = $1 AND closed_at IS NULL`,
      [branch.staff[who].id],
    )
    await closeTill(branch.pool(who), only(rows).counted)
  }
  const transfers = () =>
    Array.from({ length: 10 }, (_, i) =>
      post(branch.pool('teller'), 'TRANSFER', i % 2 ? a : b, i % 2 ? b : a, '1'),
    )
  const outcomes = await Promise.allSettled([
    ...transfers(),
    branch.pool('supervisor').query('SELECT close_branch_day()'),
    ...transfers(),
  ])
  expect(new Set([...refusalsOf(outcomes), 'BRANCH_DAY_CLOSED'])).toEqual(new Set(['BRANCH_DAY_CLOSED']))
  const late = await database.superuser.query(
    `SELECT FROM transactions t JOIN business_days d USING (branch_id, business_date) WHERE t.created_at > d.closed_at`,
  )
  expect(late.rowCount).toBe(0)
  await expect(post(branch.pool('teller'), 'TRANSFER', a, b, '1')).rejects.toMatchObject({
    constraint: 'BRANCH_DAY_CLOSED',
  })
})
