import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { approveAs, shownTo } from '../support/approvals.ts'
import { balanceOf, changeAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { openDate } from '../support/days.ts'
import { openTill, post, preview } from '../support/posting-functions.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { only, refused } from '../support/queries.ts'
import { cashAccountOf } from '../support/tills.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { isSomebodyWaiting } from '../support/waiting.ts'

/** An account that its customer leaves alone for as long as its product says is dormant: it takes money and gives none. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const today = await openDate(branch)
const product = await addProduct(branch, { dormantAfter: 12 })
const teller = branch.pool('teller')
const [resting, moved, young, other] = [
  await openNewCustomersAccount(branch, { balance: '100.00' }),
  await openNewCustomersAccount(branch, { balance: '100.00' }),
  await openNewCustomersAccount(branch),
  await openNewCustomersAccount(branch),
]
for (const account of [resting, moved, young]) await setProduct(branch, account, product)

/** Moves the opening and the movements of an account so many months back. */
async function age(account: string, months: number): Promise<void> {
  await superuser.query('ALTER TABLE entries DISABLE TRIGGER USER; ALTER TABLE accounts DISABLE TRIGGER USER')
  await superuser.query(
    'UPDATE entries SET business_date = ($2::date - make_interval(months => $3))::date WHERE account_id = $1',
    [account, today, months],
  )
  await superuser.query(
    'UPDATE accounts SET created_at = created_at - make_interval(months => $2) WHERE id = $1',
    [account, months],
  )
  await superuser.query(`ALTER TABLE entries ENABLE TRIGGER USER; ALTER TABLE accounts ENABLE TRIGGER USER`)
}
const statusOf = async (account: string) =>
  only(
    (await superuser.query<{ status: string }>('SELECT status FROM accounts WHERE id = $1', [account])).rows,
  ).status
const runJobs = () => superuser.query('SELECT run_day_jobs($1, $2)', [branch.id, today])
const send = (from: string) => post(teller, 'TRANSFER', from, other, '1')

test('the day’s jobs make an account dormant after the months that its product says, and no other', async () => {
  await age(resting, 12)
  await age(moved, 13)
  await age(young, 11)
  await age(other, 30)
  await send(moved)
  await runJobs()
  expect(await Promise.all([resting, moved, young, other].map(statusOf))).toEqual([
    'INACTIVE',
    'ACTIVE',
    'ACTIVE',
    'ACTIVE',
  ])
})

test('nothing is drawn from it by name, alone or in a batch; deposits are taken', async () => {
  await openTill(teller, branch.tills[0], '50')
  const cash = await cashAccountOf(branch, branch.tills[0])
  await expect(send(resting)).rejects.toMatchObject(refused('ACCOUNT_DORMANT'))
  await expect(post(teller, 'WITHDRAWAL', resting, cash, '1')).rejects.toMatchObject(
    refused('ACCOUNT_DORMANT'),
  )
  await expect(preview(teller, 'WITHDRAWAL', resting, cash, '1')).rejects.toMatchObject(
    refused('ACCOUNT_DORMANT'),
  )
  await post(teller, 'DEPOSIT', cash, resting, '5')
  expect(await balanceOf(branch, resting)).toEqual({ ledger: '105.00', available: '105.00' })
  expect(await statusOf(resting)).toBe('INACTIVE')
})

test('two people reactivate it, on what the customer has shown, and it stays active for as long again', async () => {
  const seen = { accountId: resting, reason: 'Came to the counter', identity: 'Passport X123' }
  const input = { ...seen, key: randomUUID() }
  await workplace.as('supervisor').call('accounts.reactivate', input)
  await workplace.call('accounts.reactivate', input)
  expect(
    await workplace.as('teller').ask('accounts.reactivate', { ...seen, key: randomUUID() }),
  ).toMatchObject({ error: { code: 'REACTIVATION_WAITS', details: { proposer: 'supervisor Test' } } })
  expect(await approveAs(workplace, 'supervisor', input.key)).toMatchObject({
    error: { code: 'OWN_PROPOSAL' },
  })
  await expect(send(resting)).rejects.toMatchObject(refused('ACCOUNT_DORMANT'))
  expect(await shownTo(workplace, 'supervisor2', input.key)).toMatchObject({
    facts: { accountStatus: 'INACTIVE', identity: 'Passport X123', why: 'Came to the counter' },
  })
  expect(await approveAs(workplace, 'supervisor2', input.key)).toMatchObject({
    value: { status: 'APPROVED' },
  })
  await send(resting)
  await age(resting, 14)
  await runJobs()
  expect(await statusOf(resting)).toBe('ACTIVE')
  const { rows } = await superuser.query<{ reason: string }>(
    "SELECT details #>> '{after,status_reason}' AS reason FROM audit_logs WHERE resource_id = $1 AND action = 'STATUS_ACTIVE'",
    [resting],
  )
  expect(only(rows).reason).toBe('Came to the counter. Identity: Passport X123')
})

test('an account that is frozen while it is dormant is dormant when it is not frozen any more', async () => {
  const account = await openNewCustomersAccount(branch, { balance: '100.00' })
  const setStatus = (status: string) =>
    superuser.query('UPDATE accounts SET status = $2 WHERE id = $1', [account, status])
  const frozenAndNotAnyMore = async () => {
    await changeAccount(teller, 'freeze', account)
    await changeAccount(branch.pool('supervisor'), 'unfreeze', account)
    return statusOf(account)
  }
  await setStatus('INACTIVE')
  expect(await frozenAndNotAnyMore()).toBe('INACTIVE')
  await expect(send(account)).rejects.toMatchObject(refused('ACCOUNT_DORMANT'))
  await setStatus('ACTIVE')
  expect(await frozenAndNotAnyMore()).toBe('ACTIVE')
})

test('an account that is frozen while the day’s jobs look for dormant ones stays frozen', async () => {
  const account = await openNewCustomersAccount(branch)
  await setProduct(branch, account, product)
  await age(account, 12)
  const freezing = await teller.connect()
  try {
    await freezing.query('BEGIN')
    await changeAccount(freezing, 'freeze', account)
    const jobs = superuser.query('SELECT make_dormant($1, $2)', [branch.id, today])
    await expect.poll(() => isSomebodyWaiting(superuser)).toBe(true)
    await freezing.query('COMMIT')
    await jobs
    expect(await statusOf(account)).toBe('SUSPENDED')
  } finally {
    await freezing.query('ROLLBACK')
    freezing.release()
  }
})
