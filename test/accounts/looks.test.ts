import { expect, test } from 'vitest'
import { changeAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { secondBranch } from '../support/second-branch.ts'
import { post, preview } from '../support/posting-functions.ts'
import { newCashPosting } from '../support/postings.ts'
import { only, type Queryable, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { cashAccountOf, ensureOpenTill } from '../support/tills.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
await ensureOpenTill(branch, branch.staff.teller, 0, '100')

async function looksAt(id: string) {
  const { rows } = await superuser.query(
    `SELECT action, resource_type AS "of", user_id AS by, details ->> 'workstation' AS workstation, details::jsonb - '{workstation,session}'::text[] AS details
     FROM audit_logs WHERE resource_id = $1 AND action IN ('VIEWED', 'EXPORTED') ORDER BY id`,
    [id],
  )
  return rows
}

async function readsOf(userId: string): Promise<number> {
  const { rows } = await superuser.query<{ n: string }>('SELECT reads_of($1) AS n', [userId])
  return Number(only(rows).n)
}

test('whoever opens a statement or exports it is on record, with the workstation and the period', async () => {
  const accountId = await openNewCustomersAccount(branch, { balance: '12.34' })
  const { auditor } = branch.staff
  workplace.become(auditor)
  await workplace.call('accounts.statement', { accountId, before: null, limit: 5 })
  const period = { from: null, to: '2026-01-31' }
  await workplace.call('accounts.exportStatement', { accountId, format: 'CSV', ...period })
  const seen = { of: 'accounts', by: auditor.id, workstation: branch.database.workstation(1).user }
  expect(await looksAt(accountId)).toEqual([
    { ...seen, action: 'VIEWED', details: {} },
    { ...seen, action: 'EXPORTED', details: { format: 'CSV', ...period } },
  ])
})

test('opening and printing a receipt are on record, posting is not a look', async () => {
  const accountId = await openNewCustomersAccount(branch)
  workplace.as('teller')
  const { id: transactionId } = await workplace.call('postings.postDeposit', newCashPosting(accountId))
  expect(await looksAt(transactionId)).toEqual([])
  await workplace.call('postings.get', { transactionId })
  await workplace.call('postings.exportReceipt', { transactionId })
  expect(await looksAt(transactionId)).toMatchObject([{ action: 'VIEWED' }, { action: 'EXPORTED' }])
})

test('accounts that are listed or found by number count as read, even when the transaction is rolled back', async () => {
  const accountId = await openNewCustomersAccount(branch)
  const { teller } = branch.staff
  const before = await readsOf(teller.id)
  const client = await branch.pool('teller').connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT list_accounts(customer) FROM (SELECT $1::uuid AS customer) AS of', [
      only((await superuser.query('SELECT customer_id AS id FROM accounts WHERE id = $1', [accountId])).rows)
        .id,
    ])
    await client.query('ROLLBACK')
  } finally {
    client.release()
  }
  expect(await readsOf(teller.id)).toBe(before + 1)
})

test('staff of another branch read an account and do not freeze it; its own branch does', async () => {
  const accountId = await openNewCustomersAccount(branch)
  const other = await secondBranch(branch)
  const { rows } = await other
    .pool('supervisor')
    .query(`SELECT read_statement($1, NULL, 5, NULL, NULL, NULL) #>> '{account,status}' AS status`, [
      accountId,
    ])
  expect(rows).toEqual([{ status: 'ACTIVE' }])
  for (const change of ['freeze', 'close'] as const)
    await expect(changeAccount(other.pool('supervisor'), change, accountId)).rejects.toMatchObject(
      refused('OTHER_BRANCH'),
    )
  await changeAccount(branch.pool('teller'), 'freeze', accountId)
})

test('a preview, a posting and a refused closing show holder and balance, and count as read when they are rolled back', async () => {
  const accountId = await openNewCustomersAccount(branch, { balance: '12.34' })
  const { teller } = branch.staff
  const cash = await cashAccountOf(branch, branch.tills[0])
  const reading = [
    (client: Queryable) => preview(client, 'DEPOSIT', cash, accountId, '1.00'),
    (client: Queryable) => post(client, 'DEPOSIT', cash, accountId, '1.00'),
    (client: Queryable) => changeAccount(client, 'close', accountId).catch(() => null),
  ]
  for (const read of reading) {
    const before = await readsOf(teller.id)
    const client = await branch.pool('teller').connect()
    try {
      await client.query('BEGIN')
      await read(client)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
    expect(await readsOf(teller.id)).toBeGreaterThan(before)
  }
})
