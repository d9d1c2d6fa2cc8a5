import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accountNumberOf, balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { booksFaults } from '../support/branch.ts'
import { openDate } from '../support/days.ts'
import { newHold, openAccruedAccount } from '../support/holds.ts'
import { closeTill, post, reverse } from '../support/posting-functions.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { only, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** Holds that people place on an account; and an account that is closed with what has accrued on it. */

const workplace = await workplaceForFile()
const { branch } = workplace
const today = await openDate(branch)
const other = await openNewCustomersAccount(branch)
const list = async (accountId: string) =>
  (await workplace.as('teller').call('accounts.listHolds', { accountId })).holds

test('a teller holds an amount with a reason, the account says so, and only a supervisor releases it, with a reason', async () => {
  const account = await openNewCustomersAccount(branch, { balance: '100.00' })
  const hold = newHold(account, { amount: '80', expiresOn: today })
  await workplace.as('teller').call('accounts.placeHold', hold)
  await workplace.as('teller').call('accounts.placeHold', hold)
  expect(await list(account)).toMatchObject([
    { amount: '80.00', reason: 'Court order', placedBy: 'teller Test', expiresOn: today, releasedAt: null },
  ])
  const view = await workplace.call('accounts.statement', { accountId: account, before: null, limit: 10 })
  expect(view.account).toMatchObject({ held: '80.00', ledgerBalance: '100.00', availableBalance: '20.00' })
  await expect(post(branch.pool('teller'), 'TRANSFER', account, other, '21')).rejects.toMatchObject(
    refused('INSUFFICIENT_FUNDS'),
  )
  const release = { holdId: hold.key, reason: 'Order lifted' }
  expect(await workplace.ask('accounts.releaseHold', release)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  await workplace.as('supervisor').call('accounts.releaseHold', release)
  expect(await list(account)).toMatchObject([
    { releasedBy: 'supervisor Test', releaseReason: 'Order lifted' },
  ])
  expect(await balanceOf(branch, account)).toEqual({ ledger: '100.00', available: '100.00' })
})

test('a hold of a posting that waits is released with the posting alone', async () => {
  const account = await openNewCustomersAccount(branch, { balance: '100.00' })
  const { rows } = await branch.database.superuser.query<{ id: string }>(
    `SELECT place_hold(ROW($1, 'TELLER', $2, NULL, false, 'test')::identity, gen_random_uuid(), $3, 5, 'Waits', 'PENDING_POSTING',
      (SELECT id FROM transactions ORDER BY id LIMIT 1)) AS id`,
    [branch.staff.teller.id, branch.id, account],
  )
  expect(
    await workplace
      .as('supervisor')
      .ask('accounts.releaseHold', { holdId: rows[0]?.id ?? '', reason: 'Mine' }),
  ).toMatchObject({ error: { code: 'HOLD_NOT_FOUND' } })
})

test('interest is settled before an account is closed, to the whole minor unit, and nothing is posted twice', async () => {
  const account = await openAccruedAccount(branch)
  workplace.as('teller')
  expect(await workplace.call('accounts.readClosing', { accountId: account })).toEqual({
    held: '0.00',
    earned: '1.50',
    owed: '0.00',
    minimum: '0.00',
  })
  const close = () => workplace.ask('accounts.close', { accountId: account, reason: 'Moved away' })
  expect(await close()).toMatchObject({
    error: { code: 'INTEREST_NOT_SETTLED', details: { interest: '1.50' } },
  })
  await workplace.call('accounts.settleInterest', { accountId: account })
  await workplace.call('accounts.settleInterest', { accountId: account })
  expect(await balanceOf(branch, account)).toEqual({ ledger: '101.50', available: '101.50' })
  const { lines } = await workplace.call('accounts.statement', { accountId: account, before: null, limit: 1 })
  expect(lines).toMatchObject([{ transactionType: 'INTEREST', amount: '1.50', actor: 'JOB' }])
  expect(await close()).toMatchObject({ error: { code: 'BALANCE_NOT_ZERO' } })
  await post(branch.pool('teller'), 'TRANSFER', account, other, '101.50')
  expect(await close()).toMatchObject({ ok: true })
  expect(await booksFaults(branch.database)).toEqual([])
})

test('a file of payments that its teller takes back releases no hold that somebody placed, whatever its id', async () => {
  const account = await openNewCustomersAccount(branch, { balance: '100.00' })
  const [file, payee] = [randomUUID(), await accountNumberOf(branch, other)]
  const { rows } = await branch.database.superuser.query<{ key: string }>(
    `SELECT derived_id($1, 'hold') AS key`,
    [file],
  )
  const hold = newHold(account, { amount: '100', key: only(rows).key })
  await workplace.as('teller').call('accounts.placeHold', hold)
  const teller = branch.pool('teller')
  await teller.query(
    `SELECT begin_payments($1, $2, 'a.csv', 'CSV', sha256('a'), NULL, NULL, 1, 900000, $3)`,
    [file, account, JSON.stringify([{ line: 1, account: payee, amount: 900000, name: 'A', reference: 'B' }])],
  )
  await teller.query('SELECT withdraw($1)', [file])
  expect(await balanceOf(branch, account)).toEqual({ ledger: '100.00', available: '0.00' })
})

/** Moves a posting so many days back, as if they had passed since. */
async function madeDaysAgo(posting: string, days: number): Promise<void> {
  const tables = [
    ['entries', 'transaction_id'],
    ['transactions', 'id'],
  ]
  for (const [table, column] of tables)
    await branch.database.superuser.query(`ALTER TABLE ${table} DISABLE TRIGGER USER;
      UPDATE ${table} SET value_date = value_date - ${days} WHERE ${column} = '${posting}';
      ALTER TABLE ${table} ENABLE TRIGGER USER`)
}

test('interest on money that was never the customer’s is taken back before the account is closed', async () => {
  const { superuser } = branch.database
  const supervisor = branch.pool('supervisor')
  const account = await openNewCustomersAccount(branch)
  const giver = await openNewCustomersAccount(branch, { balance: '5000.00' })
  await setProduct(branch, account, await addProduct(branch, { rates: [{ above: '0', rate: '36.5' }] }))
  const mistaken = await post(supervisor, 'TRANSFER', giver, account, '5000.00')
  await madeDaysAgo(mistaken, 10)
  await superuser.query('SELECT begin_accruals($1, $2)', [branch.id, today])
  for (let back = 10; back > 0; back -= 1)
    await superuser.query('SELECT accrue_day($1, $2::date - $3::int)', [branch.id, today, back])
  workplace.as('supervisor')
  await workplace.call('accounts.settleInterest', { accountId: account })
  expect(await balanceOf(branch, account)).toMatchObject({ ledger: '5050.00' })
  await reverse(supervisor, mistaken)
  await post(supervisor, 'TRANSFER', account, giver, '50.00')
  const close = () => workplace.ask('accounts.close', { accountId: account, reason: 'Moved away' })
  expect(await close()).toMatchObject({
    error: { code: 'INTEREST_NOT_SETTLED', details: { interest: '-50.00' } },
  })
  await workplace.call('accounts.settleInterest', { accountId: account })
  expect(await balanceOf(branch, account)).toMatchObject({ ledger: '-50.00' })
  expect(await close()).toMatchObject({ error: { code: 'BALANCE_NOT_ZERO' } })
  await post(supervisor, 'TRANSFER', giver, account, '50.00')
  expect(await close()).toMatchObject({ ok: true })
})

test('where today has accrued already, an account is settled up to yesterday, emptied and closed', async () => {
  const supervisor = branch.pool('supervisor')
  const account = await openNewCustomersAccount(branch)
  const giver = await openNewCustomersAccount(branch, { balance: '5000.00' })
  await setProduct(branch, account, await addProduct(branch, { rates: [{ above: '0', rate: '36.5' }] }))
  await madeDaysAgo(await post(supervisor, 'TRANSFER', giver, account, '5000.00'), 2)
  await branch.database.superuser.query(
    `SELECT begin_accruals($1, $2), accrue_day($1, $2::date - 2), accrue_day($1, $2::date - 1), accrue_day($1, $2)`,
    [branch.id, today],
  )
  workplace.as('supervisor')
  expect(await workplace.call('accounts.readClosing', { accountId: account })).toMatchObject({
    earned: '10.00',
  })
  await workplace.call('accounts.settleInterest', { accountId: account })
  expect(await balanceOf(branch, account)).toMatchObject({ ledger: '5010.00' })
  await post(supervisor, 'TRANSFER', account, giver, '5010.00')
  expect(await workplace.ask('accounts.close', { accountId: account, reason: 'Moved away' })).toMatchObject({
    ok: true,
  })
})

test('a hold ends with the closing of its last day, released by the day’s jobs and not before', async () => {
  const account = await openNewCustomersAccount(branch, { balance: '100.00' })
  const [ending, staying] = [newHold(account, { expiresOn: today }), newHold(account, { amount: '2' })]
  for (const hold of [ending, staying]) await workplace.as('teller').call('accounts.placeHold', hold)
  expect(await balanceOf(branch, account)).toEqual({ ledger: '100.00', available: '97.00' })
  await closeTill(branch.pool('supervisor2'), await cashOf())
  await workplace.as('supervisor').call('branches.closeDay', {})
  expect(await balanceOf(branch, account)).toEqual({ ledger: '100.00', available: '98.00' })
  expect(
    (await list(account)).map(({ amount, releasedBy, releaseReason }) => [amount, releasedBy, releaseReason]),
  ).toEqual([
    ['2.00', null, null],
    ['1.00', null, `Ended on ${today}`],
  ])
})

/** What stands on the till of the second supervisor, through which accounts get their balances. */
const cashOf = async () =>
  (
    await branch.database.superuser.query<{ cash: string }>(
      `SELECT b.ledger_balance::text AS cash FROM till_sessions s JOIN balances b ON b.account_id = till_account(s.till_id)
        WHERE s.closed_at IS NULL AND s.user_id = $1`,
      [branch.staff.supervisor2.id],
    )
  ).rows[0]?.cash ?? '0'
