import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { branchAtWork, refused } from '../support/at-work.ts'
import {
  approvedCustomer,
  balanceOf,
  ensureOpenTill,
  only,
  openAccount,
  type TestBranch,
} from '../support/branch.ts'
import { approveDocument, uploadDocument } from '../support/documents.ts'
import { closeTill, openTill, post } from '../support/posting-functions.ts'

const { database, branch, customer, cash } = await branchAtWork('5000.00')

const as = (name: keyof TestBranch['staff']) => database.pool(branch.staff[name].token)
const refusals = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes
    .filter((outcome) => outcome.status === 'rejected')
    .map(({ reason }) => String(reason?.constraint ?? reason))
const account = (balance?: string) =>
  openAccount(database, branch, customer, balance === undefined ? {} : { balance })

test('hundreds of opposing transfers over three accounts by three people end at zero net', async () => {
  const accounts = [await account('1000.00'), await account('1000.00'), await account('1000.00')]
  const people = (['teller', 'teller2', 'supervisor'] as const).map(as)
  // Each pair is used as often in one direction as in the other, so the net is zero whatever the order.
  const pairs = accounts.flatMap((from) => accounts.filter((to) => to !== from).map((to) => ({ from, to })))
  const orders = Array.from({ length: 360 }, (_, i) => ({
    ...pairs[i % pairs.length],
    person: people[i % 3],
  }))
  const outcomes = await Promise.allSettled(
    orders.map(({ from, to, person }) => {
      if (from === undefined || to === undefined || person === undefined) throw new Error('No pair')
      return post(person, 'TRANSFER', from, to, '1.00')
    }),
  )
  expect(refusals(outcomes)).toEqual([])
  for (const each of accounts) expect((await balanceOf(database, each)).ledger).toBe('1000.00')
  const { rows } = await database.superuser.query(
    'SELECT max(sequence)::int AS last, count(*)::int AS n FROM entries WHERE account_id = ANY ($1) GROUP BY account_id',
    [accounts],
  )
  expect(rows).toEqual([1, 2, 3].map(() => ({ last: 241, n: 241 })))
})

test('withdrawals at the same moment never take more than there is', async () => {
  const from = await account('10.00')
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, () => post(as('teller'), 'WITHDRAWAL', from, cash, '1.00')),
  )
  expect(refusals(outcomes)).toEqual(Array.from({ length: 10 }, () => 'INSUFFICIENT_FUNDS'))
  expect((await balanceOf(database, from)).ledger).toBe('0.00')
})

test('an account that is being closed takes no deposit, and one that took a deposit is not closed', async () => {
  for (let round = 0; round < 10; round++) {
    const id = await account()
    const [closing, deposit] = await Promise.allSettled([
      as('supervisor').query(`UPDATE accounts SET status = 'CLOSED' WHERE id = $1`, [id]),
      post(as('teller'), 'DEPOSIT', cash, id, '5.00'),
    ])
    const { ledger } = await balanceOf(database, id)
    const closed = closing.status === 'fulfilled'
    expect([refusals([closing, deposit]), ledger]).toEqual(
      closed ? [['ACCOUNT_CLOSED'], '0.00'] : [['BALANCE_NOT_ZERO'], '5.00'],
    )
  }
})

test('a till that is being closed counts every posting that was made and lets no other in', async () => {
  const to = await account()
  const person = branch.staff.teller2
  const drawer = await ensureOpenTill(database, branch, person, 1, '100.00')
  const pool = database.pool(person.token)
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 6 }, () => post(pool, 'DEPOSIT', drawer, to, '1.00')),
    closeTill(pool, '103'),
    ...Array.from({ length: 6 }, () => post(pool, 'DEPOSIT', drawer, to, '1.00')),
  ])
  // How many came too late is the scheduler's affair; that they are refused by this name alone is ours.
  expect(refusals(outcomes).filter((name) => name !== 'TILL_NOT_OPEN')).toEqual([])
  await expect(post(pool, 'DEPOSIT', drawer, to, '1.00')).rejects.toMatchObject(refused('TILL_NOT_OPEN'))
  const deposited = 12 - refusals(outcomes).length
  const { rows } = await database.superuser.query(
    'SELECT expected, counted FROM till_sessions WHERE user_id = $1',
    [person.id],
  )
  expect(rows).toEqual([{ expected: `${100 + deposited}.00`, counted: '103.00' }])
  expect((await balanceOf(database, drawer)).ledger).toBe('0.00')
  expect((await balanceOf(database, to)).ledger).toBe(`${deposited}.00`)
})

test('the same command sent many times at once opens one till and closes it once', async () => {
  const pool = as('teller2')
  const [opening, closing] = [randomUUID(), randomUUID()]
  const open = () => openTill(pool, branch.tills[1], '50', opening)
  const close = () => closeTill(pool, '50', { key: closing })
  const opened = await Promise.all([open(), open(), open(), open()])
  const closed = await Promise.all([close(), close(), close(), close()])
  expect(new Set([...opened, ...closed]).size).toBe(1)
})

test('of two who open the same till one gets it', async () => {
  const open = (who: 'teller2' | 'supervisor') => openTill(as(who), branch.tills[1], '0')
  const outcomes = await Promise.allSettled([open('teller2'), open('supervisor')])
  expect(refusals(outcomes)).toEqual(['TILL_ALREADY_OPEN'])
  const winner = outcomes[0].status === 'fulfilled' ? 'teller2' : 'supervisor'
  await closeTill(as(winner), '0')
})

test('two decisions on two documents at the same moment approve the customer', async () => {
  for (let round = 0; round < 5; round++) {
    const id = randomUUID()
    await as('teller').query(
      `INSERT INTO customers (id, first_name, last_name, date_of_birth) VALUES ($1, 'Una', 'Dos', '1990-01-01')`,
      [id],
    )
    const identity = await uploadDocument(database, branch.staff.teller, id, 'PASSPORT')
    const address = await uploadDocument(database, branch.staff.teller, id, 'UTILITY_BILL')
    await Promise.all([
      approveDocument(database, branch.staff.supervisor, identity),
      approveDocument(database, branch.staff.supervisor2, address),
    ])
    const { rows } = await database.superuser.query('SELECT kyc_status FROM customers WHERE id = $1', [id])
    expect(only(rows)).toEqual({ kyc_status: 'APPROVED' })
  }
})

test('two decisions on one document at the same moment are one', async () => {
  const other = await approvedCustomer(database, branch, 'Otto Other')
  const document = await uploadDocument(database, branch.staff.teller, other, 'BANK_STATEMENT')
  const outcomes = await Promise.allSettled([
    approveDocument(database, branch.staff.supervisor, document),
    approveDocument(database, branch.staff.supervisor2, document),
  ])
  expect(refusals(outcomes)).toEqual(['ALREADY_DECIDED'])
})

// Last, because the day of the branch ends with it.
test('a posting falls into the day before or after its end, never on a day that is closed', async () => {
  const [a, b] = [await account('100.00'), await account('100.00')]
  for (const who of ['teller', 'supervisor2'] as const) {
    const { rows } = await database.superuser.query<{ counted: string }>(
      `SELECT ledger_balance AS counted FROM till_sessions s JOIN accounts a USING (till_id) JOIN balances ON account_id = a.id
       WHERE user_id = $1 AND closed_at IS NULL`,
      [branch.staff[who].id],
    )
    await closeTill(as(who), only(rows).counted)
  }
  const transfers = () =>
    Array.from({ length: 10 }, (_, i) => post(as('teller'), 'TRANSFER', i % 2 ? a : b, i % 2 ? b : a, '1'))
  const outcomes = await Promise.allSettled([
    ...transfers(),
    as('supervisor').query('SELECT close_branch_day()'),
    ...transfers(),
  ])
  expect(new Set([...refusals(outcomes), 'BRANCH_DAY_CLOSED'])).toEqual(new Set(['BRANCH_DAY_CLOSED']))
  const late = await database.superuser.query(
    `SELECT FROM transactions t JOIN business_days d USING (branch_id, business_date) WHERE t.created_at > d.closed_at`,
  )
  expect(late.rowCount).toBe(0)
  await expect(post(as('teller'), 'TRANSFER', a, b, '1')).rejects.toMatchObject({
    constraint: 'BRANCH_DAY_CLOSED',
  })
})
