import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { setLimits } from '../support/limits.ts'
import { postBatch } from '../support/posting-functions.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

// Postings that go together in one call are counted together, and come to what they would come to one after the other.

const workplace = await workplaceForFile()
const { branch } = workplace
const till = await ensureOpenTill(branch, branch.staff.teller, 0, '50000')

const deposit = (account: string, amount: string) => ({
  key: randomUUID(),
  type: 'DEPOSIT' as const,
  legs: [
    [till, 'DEBIT', amount],
    [account, 'CREDIT', amount],
  ] as const,
  currency: 'USD',
})
const together = (...items: readonly ReturnType<typeof deposit>[]) => postBatch(branch.pool('teller'), items)
const ending = (...statuses: readonly string[]) => statuses.map((status) => ({ receipt: { status } }))

test.each([
  ['a person posts in a day', { perPosting: '100', perPersonDay: '250', perAccountDay: '9999' }],
  ['is posted on one account in a day', { perPosting: '100', perPersonDay: '9999', perAccountDay: '250' }],
])('what was posted together counts towards what %s', async (_, limit) => {
  const account = await openNewCustomersAccount(branch)
  const { rows } = await branch.database.superuser.query<{ total: string }>(
    `SELECT total FROM person_sums WHERE user_id = $1 AND transaction_type = 'DEPOSIT' AND currency = 'USD'`,
    [branch.staff.teller.id],
  )
  const before = Number(rows[0]?.total ?? 0)
  await setLimits(branch, {
    transactionType: 'DEPOSIT',
    ...limit,
    perPersonDay: String(before + Number(limit.perPersonDay)),
  })
  expect(await together(deposit(account, '100'), deposit(account, '100'))).toMatchObject(
    ending('COMPLETED', 'COMPLETED'),
  )
  expect(await together(deposit(account, '51'))).toMatchObject(ending('PENDING'))
  expect(await together(deposit(account, '50'))).toMatchObject(ending('COMPLETED'))
})

test('of those that go together only the one above what one posting may move waits', async () => {
  const account = await openNewCustomersAccount(branch)
  await setLimits(branch, {
    transactionType: 'DEPOSIT',
    perPosting: '100',
    perPersonDay: '99999',
    perAccountDay: '400',
  })
  expect(
    await together(deposit(account, '100'), deposit(account, '100.01'), deposit(account, '100')),
  ).toMatchObject(ending('COMPLETED', 'PENDING', 'COMPLETED'))
  expect(await together(deposit(account, '100'), deposit(account, '100'))).toMatchObject(
    ending('COMPLETED', 'COMPLETED'),
  )
  expect(await together(deposit(account, '0.01'))).toMatchObject(ending('PENDING'))
})
