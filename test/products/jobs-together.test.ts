import { expect, test } from 'vitest'
import { createPool } from '../../electron/db/pool.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { only } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'

/** The two parts of a day's jobs, interest and fees, on two connections. All of it at the end of this month. */

const branch = await branchForFile()
const { superuser } = branch.database

const today = only(
  (await superuser.query<{ date: string }>('SELECT business_date::text AS date FROM business_days')).rows,
).date
const date = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 0))
  .toISOString()
  .slice(0, 10)

const runJobs = () => superuser.query('SELECT run_day_jobs($1, $2)', [branch.id, date])

/** The kinds of what the jobs posted on each account. */
async function postedOn(accounts: readonly string[]): Promise<string[][]> {
  const { rows } = await superuser.query<{ account: string; types: string[] }>(
    `SELECT e.account_id AS account, array_agg(t.transaction_type::text ORDER BY t.transaction_type::text) AS types
     FROM entries e JOIN transactions t ON t.id = e.transaction_id
     WHERE e.account_id = ANY ($1) AND t.actor = 'JOB' AND e.actor = 'JOB' AND t.cause_type = 'JOB' GROUP BY e.account_id`,
    [accounts],
  )
  return accounts.map((account) => rows.find((row) => row.account === account)?.types ?? [])
}

/** Two connections at the day's jobs as an application has them: each call is a transaction that is kept or, as by a kill, lost. */
async function twoAtJobs() {
  const [interest, fees] = [await superuser.connect(), await superuser.connect()]
  await Promise.all([interest, fees].map((client) => client.query("SET lock_timeout = '2s'")))
  const call = async (client: typeof interest, work: 'INTEREST' | 'FEES', limit = 2) => {
    await client.query('BEGIN')
    const { rows } = await client.query<{ state: string }>(
      'SELECT advance_part(begin_day_jobs($1, $2, NULL), $3, $4) AS state',
      [branch.id, date, work, limit],
    )
    return only(rows).state
  }
  return {
    interest: (limit?: number) => call(interest, 'INTEREST', limit),
    fees: (limit?: number) => call(fees, 'FEES', limit),
    /** Accrues all days, and posts nothing. */
    accrue: async () => {
      while ((await call(interest, 'INTEREST')) === 'ACCRUING') await interest.query('COMMIT')
      await interest.query('ROLLBACK')
    },
    /** What the call under way of each has done is kept or lost. */
    end: (how: 'COMMIT' | 'ROLLBACK', of: 'interest' | 'fees') =>
      (of === 'fees' ? fees : interest).query(how),
    release: () => {
      interest.release(true)
      fees.release(true)
    },
  }
}

/** Accounts with interest and a monthly fee of one, and 1,000.00 on each, so that one day has interest; nothing is accrued. */
async function charged(count: number): Promise<string[]> {
  const product = await addProduct(branch, { rates: [{ above: '0', rate: '3.65' }], monthlyFee: '1.00' })
  const accounts: string[] = []
  for (let n = 0; n < count; n += 1)
    accounts.push(await openNewCustomersAccount(branch, { balance: '1000.00' }))
  for (const account of accounts) await setProduct(branch, account, product)
  return accounts
}

test('interest and fees are posted at the same time, and a kill between them posts nothing twice', async () => {
  const accounts = await charged(16)
  const jobs = await twoAtJobs()
  try {
    await jobs.accrue()
    // Both under way at once, neither waits for the other; then one of them is lost, or both.
    for (const [interest, fees] of [
      ['COMMIT', 'ROLLBACK'],
      ['ROLLBACK', 'COMMIT'],
      ['ROLLBACK', 'ROLLBACK'],
      ['COMMIT', 'COMMIT'],
    ] as const) {
      expect([await jobs.interest(), await jobs.fees()]).toEqual(['POSTING', 'POSTING'])
      await jobs.end(interest, 'interest')
      await jobs.end(fees, 'fees')
    }
  } finally {
    jobs.release()
  }
  const [half, all] = [await postedOn(accounts), accounts.map(() => ['FEE', 'INTEREST'])]
  expect(half.flat().toSorted().join()).toMatch(/FEE.*INTEREST/)
  expect(half).not.toEqual(all)
  await runJobs()
  expect(await postedOn(accounts)).toEqual(all)
  expect((await superuser.query('SELECT * FROM check_books()')).rows).toEqual([])
})

/** The large tables that a piece of a part reads whole. On a connection of its own, which keeps no plan of when a table was small. */
async function readWhole(work: 'INTEREST' | 'FEES'): Promise<string[]> {
  const pool = createPool(branch.database.admin, null)
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT advance_part(begin_day_jobs($1, $2, NULL), $3, 2)', [branch.id, date, work])
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_stat_xact_user_tables WHERE seq_scan > 0 AND relname IN
         ('accounts', 'balances', 'interest_accruals', 'monthly_fees', 'transactions', 'entries')`,
    )
    await client.query('COMMIT')
    return rows.map(({ name }) => name)
  } finally {
    client.release()
    await pool.end()
  }
}

test('a part of the day’s jobs goes on with the accounts after the last, without reading all there are', async () => {
  await charged(6)
  const jobs = await twoAtJobs()
  try {
    await jobs.accrue()
    expect([await jobs.interest(), await jobs.fees()]).toEqual(['POSTING', 'POSTING'])
    await jobs.end('COMMIT', 'interest')
    await jobs.end('COMMIT', 'fees')
  } finally {
    jobs.release()
  }
  expect([await readWhole('INTEREST'), await readWhole('FEES')]).toEqual([[], []])
  await runJobs()
})

test('a fee waits until the interest of the days that are posted has accrued, so that it never changes what is posted', async () => {
  const accounts = await charged(1)
  const jobs = await twoAtJobs()
  try {
    for (let state = 'POSTING'; state === 'POSTING'; await jobs.end('COMMIT', 'fees'))
      state = await jobs.fees(100)
    expect(await postedOn(accounts)).toEqual([[]])
    await jobs.accrue()
  } finally {
    jobs.release()
  }
  await runJobs()
  expect(await postedOn(accounts)).toEqual([['FEE', 'INTEREST']])
})

test('a fee never takes what interest that is owed will take, whichever of both is looked at first', async () => {
  const product = await addProduct(branch, { type: 'CURRENT', overdraftRate: '36.5', monthlyFee: '5.00' })
  const account = await openNewCustomersAccount(branch, { type: 'CURRENT', agreedLimit: '1000' })
  await setProduct(branch, account, product)
  const other = await openNewCustomersAccount(branch)
  await superuser.query(
    `SELECT write_posting(ROW($1, 'SUPERVISOR', $2, NULL, false, 'test')::identity, 'COUNTER', gen_random_uuid(), 'TRANSFER',
       debit_credit($3, $4, 995), 'USD', NULL)`,
    [branch.staff.supervisor.id, branch.id, account, other],
  )
  const jobs = await twoAtJobs()
  try {
    await jobs.accrue()
    for (let state = 'POSTING'; state === 'POSTING'; await jobs.end('COMMIT', 'fees'))
      state = await jobs.fees(100)
    expect(await postedOn([account])).toEqual([[]])
  } finally {
    jobs.release()
  }
  await runJobs()
  expect(await postedOn([account])).toEqual([['INTEREST']])
})

test('two who begin the day’s jobs at the same time begin one run', async () => {
  const runs = await Promise.all(
    [1, 2].map(() =>
      superuser.query<{ id: string }>('SELECT (begin_day_jobs($1, $2, NULL)).id', [branch.id, date]),
    ),
  )
  expect(new Set(runs.map(({ rows }) => only(rows).id)).size).toBe(1)
  await runJobs()
})
