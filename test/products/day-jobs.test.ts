import { expect, test } from 'vitest'
import { balanceOf, changeAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { addProduct, type ProductOptions, setProduct } from '../support/products.ts'
import { closeTill } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { cashAccountOf } from '../support/tills.ts'

/** What closing a day does on accounts. Amounts are put in by deposits of today, so days begin with today's month. */

const branch = await branchForFile()
const { superuser } = branch.database

const today = only(
  (await superuser.query<{ date: string }>('SELECT business_date::text AS date FROM business_days')).rows,
).date

/** The last day of the month so many months after today's. */
const monthEnd = (months = 0) =>
  new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) + months, 0))
    .toISOString()
    .slice(0, 10)
const daysUntil = (end: string) => (Date.parse(end) - Date.parse(today)) / 86_400_000 + 1

const runJobs = (date: string) => superuser.query('SELECT run_day_jobs($1, $2)', [branch.id, date])

async function accountWith(product: ProductOptions, balance: string): Promise<string> {
  const account = await openNewCustomersAccount(branch, { balance, type: product.type ?? 'SAVINGS' })
  await setProduct(branch, account, await addProduct(branch, product))
  return account
}

async function derivedOn(account: string) {
  const { rows } = await superuser.query<{ type: string; amount: string; side: string; value: string }>(
    `SELECT t.transaction_type AS type, e.amount, e.entry_type AS side, e.value_date::text AS value
     FROM entries e JOIN transactions t ON t.id = e.transaction_id
     WHERE e.account_id = $1 AND t.actor = 'JOB' AND e.actor = 'JOB' AND t.created_by IS NULL AND t.cause_type = 'JOB'
     ORDER BY e.sequence`,
    [account],
  )
  return rows
}

/** 3.65 % of 10,000 is one unit a day. */
const ONE_A_DAY = { rates: [{ above: '0', rate: '3.65' }] }

test('interest is posted when the month ends, counts from the next day on, and stands under the job', async () => {
  const account = await accountWith(ONE_A_DAY, '10000.00')
  await runJobs(today)
  await runJobs(monthEnd())
  const days = daysUntil(monthEnd())
  const value = new Date(Date.parse(monthEnd()) + 86_400_000).toISOString().slice(0, 10)
  expect(await derivedOn(account)).toEqual([
    { type: 'INTEREST', amount: `${days}.00`, side: 'CREDIT', value },
  ])
  expect((await balanceOf(branch, account)).ledger).toBe(`${10_000 + days}.00`)
})

/** How often the day's jobs call these functions, when they run for a date. */
async function callsOf(functions: readonly string[], date: string): Promise<Record<string, number>> {
  const client = await superuser.connect()
  try {
    await client.query("BEGIN; SET LOCAL track_functions = 'all'")
    await client.query('SELECT run_day_jobs($1, $2)', [branch.id, date])
    const { rows } = await client.query<{ name: string; calls: number }>(
      `SELECT funcname AS name, calls::int FROM pg_stat_xact_user_functions WHERE funcname = ANY ($1)`,
      [functions],
    )
    await client.query('COMMIT')
    return Object.fromEntries(rows.map(({ name, calls }) => [name, calls]))
  } finally {
    client.release()
  }
}

test('the fee of a month’s end changes the interest of that day for all accounts together, not one by one', async () => {
  const product = await addProduct(branch, { ...ONE_A_DAY, monthlyFee: '1.00' })
  const accounts = await Promise.all(
    Array.from({ length: 5 }, () => openNewCustomersAccount(branch, { balance: '1000.00' })),
  )
  for (const account of accounts) await setProduct(branch, account, product)
  const end = monthEnd()
  await runJobs(end)
  const again = await callsOf(['interest_between', 'interest_for', 'post_charges'], end)
  expect(again).toEqual({})
  const { rows } = await superuser.query<{ exact: boolean }>(
    `SELECT s.earned + sum(e.amount) * parts_of_unit() = (interest_between(s.account_id, $2, s.through, s.entry_count)).earned AS exact
     FROM interest_accruals s JOIN entries e ON e.account_id = s.account_id JOIN transactions t ON t.id = e.transaction_id
     WHERE s.account_id = ANY ($1) AND t.transaction_type = 'INTEREST' GROUP BY s.account_id`,
    [accounts, today],
  )
  expect(rows).toEqual(accounts.map(() => ({ exact: true })))
})

test('jobs that run again, for the same day or one before, post nothing', async () => {
  const account = await accountWith({ ...ONE_A_DAY, monthlyFee: '2.50' }, '10000.00')
  for (const date of [monthEnd(), monthEnd(), today, monthEnd()]) await runJobs(date)
  expect((await derivedOn(account)).map(({ type }) => type)).toEqual(['INTEREST', 'FEE'])
})

test('what is less than a minor unit is carried on, and never posted', async () => {
  const account = await accountWith({ rates: [{ above: '0', rate: '0.0365' }] }, '33.00') // 0.000033 a day
  for (let month = 0; month < 12; month += 1) await runJobs(monthEnd(month))
  const { rows } = await superuser.query<{ earned: string; whole: string }>(
    'SELECT earned / parts_of_unit() AS earned, parts_of_unit() AS whole FROM interest_accruals WHERE account_id = $1',
    [account],
  )
  const posted = (await derivedOn(account)).map(({ amount }) => amount)
  expect(posted).toEqual(['0.01'])
  expect(Number(only(rows).earned)).toBeCloseTo(0.000033 * daysUntil(monthEnd(11)) - 0.01, 5) // a cent earns too
})

test('a monthly fee that the account cannot pay stays due, and is taken once when it can', async () => {
  const account = await accountWith({ monthlyFee: '5.00' }, '3.00')
  await runJobs(monthEnd(12))
  expect(await derivedOn(account)).toEqual([])
  const richer = await openNewCustomersAccount(branch, { balance: '50.00' })
  await superuser.query(
    `SELECT write_posting(ROW($1, 'SUPERVISOR', $2, NULL, false, 'test')::identity, 'COUNTER', gen_random_uuid(), 'TRANSFER',
       debit_credit($3, $4, 20), 'USD', NULL)`,
    [branch.staff.supervisor.id, branch.id, richer, account],
  )
  await runJobs(monthEnd(12))
  await runJobs(monthEnd(12))
  expect(await derivedOn(account)).toMatchObject([{ type: 'FEE', amount: '5.00', side: 'DEBIT' }])
  expect((await balanceOf(branch, account)).available).toBe('18.00')
})

test('a frozen account goes on accruing, and gets it with a later month', async () => {
  const account = await accountWith({ ...ONE_A_DAY, dayCount: 'THIRTY_E_360' }, '36000.00') // 3.65 a day
  await changeAccount(branch.pool('supervisor'), 'freeze', account)
  await runJobs(monthEnd(13))
  expect(await derivedOn(account)).toEqual([])
  await changeAccount(branch.pool('supervisor'), 'unfreeze', account)
  await runJobs(monthEnd(14))
  const months = await derivedOn(account)
  expect(months).toHaveLength(1)
  expect(Number(months[0]?.amount)).toBeGreaterThan(14 * 109.4)
})

test('a day that is killed half-way goes on where it stopped, and posts nothing twice', async () => {
  const product = await addProduct(branch, { ...ONE_A_DAY, monthlyFee: '1.00' })
  const accounts = await Promise.all(
    Array.from({ length: 7 }, () => openNewCustomersAccount(branch, { balance: '100.00' })),
  )
  for (const account of accounts) await setProduct(branch, account, product)
  const date = monthEnd(15)
  const client = await superuser.connect()
  try {
    for (let step = 0; step < 40; step += 1) {
      await client.query('BEGIN')
      const { rows } = await client.query<{ more: boolean }>(
        'SELECT advance_day_jobs(begin_day_jobs($1, $2, NULL), 2) AS more',
        [branch.id, date],
      )
      await client.query(step % 3 === 2 ? 'ROLLBACK' : 'COMMIT') // as a server that dies before the commit
      if (!only(rows).more) break
    }
  } finally {
    client.release()
  }
  await runJobs(date)
  for (const account of accounts) {
    const fees = (await derivedOn(account)).filter(({ type }) => type === 'FEE')
    expect(fees.length, account).toBe(1)
  }
  const { rows } = await superuser.query(
    `SELECT count(*)::int AS n FROM interest_accruals WHERE through <> $1 OR posted_through IS DISTINCT FROM $1`,
    [date],
  )
  expect(rows).toEqual([{ n: 0 }])
})

test('interest in another currency is paid from an account of the bank in that currency', async () => {
  const account = await openNewCustomersAccount(branch, {
    type: 'CURRENT',
    currency: 'EUR',
    agreedLimit: '9999',
  })
  const other = await openNewCustomersAccount(branch, { currency: 'EUR' })
  await setProduct(
    branch,
    account,
    await addProduct(branch, { type: 'CURRENT', currency: 'EUR', overdraftRate: '36.5' }),
  )
  await superuser.query(
    `SELECT write_posting(ROW($1, 'SUPERVISOR', $2, NULL, false, 'test')::identity, 'COUNTER', gen_random_uuid(), 'TRANSFER',
       debit_credit($3, $4, 1000), 'EUR', NULL)`,
    [branch.staff.supervisor.id, branch.id, account, other],
  )
  await runJobs(monthEnd(16))
  const [first] = await derivedOn(account)
  expect(first).toMatchObject({ type: 'INTEREST', side: 'DEBIT' })
  const { rows } = await superuser.query(
    `SELECT count(*)::int AS n FROM accounts WHERE account_type = 'INTEREST_INCOME' AND currency = 'EUR'`,
  )
  expect(rows).toEqual([{ n: 1 }])
})

test('closing the day does its jobs: interest up to that day has accrued, and the run is on record', async () => {
  const account = await accountWith({ ...ONE_A_DAY, name: 'Closed with' }, '10000.00')
  const held = await cashAccountOf(branch, branch.tills[2])
  await closeTill(branch.pool('supervisor2'), (await balanceOf(branch, held)).ledger)
  const { rows: first } = await branch
    .pool('supervisor')
    .query<{ state: string }>("SELECT prepare_day_close('INTEREST', 5000) AS state")
  expect(['ACCRUING', 'POSTING']).toContain(only(first).state)
  await branch.pool('supervisor').query('SELECT close_branch_day()')
  const { rows } = await superuser.query(
    `SELECT through::text, earned + parts_of_unit() * coalesce((SELECT sum(e.amount) FROM entries e JOIN transactions t
       ON t.id = e.transaction_id WHERE e.account_id = $1 AND t.transaction_type = 'INTEREST'), 0) = 10000 * 3.65 * 4392 AS exact
     FROM interest_accruals WHERE account_id = $1`,
    [account],
  )
  expect(rows).toEqual([{ through: today, exact: true }]) // a day by Act/365F is 4,392 of 1,603,080 parts
  const { rows: closed } = await superuser.query(
    `SELECT a.actor, a.cause_type FROM audit_logs a WHERE a.action = 'STATUS_CLOSED' AND a.resource_type = 'business_days'`,
  )
  expect(closed).toEqual([{ actor: 'PERSON', cause_type: 'SESSION' }])
})
