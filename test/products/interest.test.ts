import { randomUUID } from 'node:crypto'
import { array, bigInt, boolean, integer, record, sample } from 'fast-check'
import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { withoutLimits } from '../support/limits.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { only } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { fold, type FoldTerms, type Movement } from '../support/interest-fold.ts'
import { isSomebodyWaiting } from '../support/waiting.ts'

const branch = await branchForFile()
const { superuser } = branch.database
await withoutLimits(branch)

/** Two accounts of a customer between which money goes to and fro, so that one is overdrawn. */
async function openPair(product: string) {
  const options = { type: 'CURRENT', agreedLimit: '9000000' } as const
  const pair = [
    await openNewCustomersAccount(branch, options),
    await openNewCustomersAccount(branch, options),
  ]
  for (const account of pair) await setProduct(branch, account, product)
  return pair
}

/** A transfer that counts from another day than that on which it is recorded. */
async function transfer(from: string, to: string, minor: bigint, valueDate: string): Promise<void> {
  await superuser.query(
    `SELECT write_posting(ROW($1, 'SUPERVISOR', $2, NULL, false, 'test')::identity, 'COUNTER', $3, 'TRANSFER',
       debit_credit($4, $5, $6::numeric / 100), 'USD', NULL, p_value_date => $7)`,
    [branch.staff.supervisor.id, branch.id, randomUUID(), from, to, String(minor), valueDate],
  )
}

const run = (sql: string) => superuser.query(`SELECT ${sql}`, [branch.id])
const accrue = (day: string) => superuser.query('SELECT accrue_day($1, $2)', [branch.id, day])

async function accruedOn(account: string) {
  const { rows } = await superuser.query<{ earned: string; owed: string }>(
    `SELECT (earned * 1000000)::numeric(60, 0) AS earned, (owed * 1000000)::numeric(60, 0) AS owed
     FROM interest_accruals WHERE account_id = $1`,
    [account],
  )
  const { earned, owed } = only(rows)
  return { earned: BigInt(earned), owed: BigInt(owed) }
}

const daysOf = (from: string, count: number) =>
  Array.from({ length: count }, (_, n) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10),
  )

const TERMS: Readonly<Record<string, FoldTerms>> = {
  ACT_365F: { dayCount: 'ACT_365F', bands: [{ above: 0n, rate: 12_345n }], overdraftRate: 119_900n },
  ACT_360: {
    dayCount: 'ACT_360',
    bands: [
      { above: 100_000n, rate: 7_777n },
      { above: 5_000_033n, rate: 33_333n },
    ],
    overdraftRate: 1n,
  },
  ACT_ACT_ISDA: { dayCount: 'ACT_ACT_ISDA', bands: [{ above: 0n, rate: 10_001n }], overdraftRate: 0n },
  THIRTY_360_ISDA: { dayCount: 'THIRTY_360_ISDA', bands: [], overdraftRate: 45_678n },
  THIRTY_E_360: {
    dayCount: 'THIRTY_E_360',
    bands: [
      { above: 0n, rate: 0n },
      { above: 1n, rate: 99_999n },
    ],
    overdraftRate: 99_999n,
  },
}

/** Minor units or ten-thousandths as decimal text. */
const decimal = (value: bigint, places: number) => {
  const digits = String(value).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

const productOf = ({ dayCount, bands, overdraftRate }: FoldTerms) =>
  addProduct(branch, {
    type: 'CURRENT',
    dayCount,
    rates: bands.map(({ above, rate }) => ({ above: decimal(above, 2), rate: decimal(rate, 4) })),
    overdraftRate: decimal(overdraftRate, 4),
  })

/** Two ends of months, one of them in a leap year's February, and the end of a year. */
const FIRST = '2023-12-20'
const DAYS = 75

/** Transfers and their value dates, in the order in which they are recorded: each on a day of the run, and counting before or after it. */
const plan = array(
  record({
    recorded: integer({ min: 0, max: DAYS - 1 }),
    shift: integer({ min: -60, max: 20 }),
    minor: bigInt({ min: 1n, max: 9_999_999n }),
    back: boolean(),
  }),
  { minLength: 12, maxLength: 12 },
)

test('daily accrual is exactly what arithmetic says, whatever comes with an earlier or later value date', async () => {
  const days = daysOf(FIRST, DAYS)
  const dayAt = (n: number) => days[Math.min(DAYS - 1, Math.max(0, n))] ?? ''
  const pairs = await Promise.all(
    Object.values(TERMS).map(async (terms, n) => ({
      terms,
      accounts: await openPair(await productOf(terms)),
      postings: sample(plan, { seed: 20_240 + n, numRuns: 1 }).flat(),
      movements: [[], []] as [Movement[], Movement[]],
    })),
  )
  for (const [n, day] of days.entries()) {
    for (const { accounts, postings, movements } of pairs)
      for (const { shift, minor, back } of postings.filter(({ recorded }) => recorded === n)) {
        const valueDate = dayAt(n + shift)
        const [from = '', to = ''] = back ? accounts.toReversed() : accounts
        await transfer(from, to, minor, valueDate)
        movements[back ? 1 : 0].push({ valueDate, minor: -minor })
        movements[back ? 0 : 1].push({ valueDate, minor })
      }
    await superuser.query('SELECT begin_accruals($1, $2)', [branch.id, day])
    await run('correct_accruals($1)')
    await accrue(day)
  }
  await run('correct_accruals($1)')
  for (const { terms, accounts, movements } of pairs)
    for (const [n, account] of accounts.entries())
      expect(await accruedOn(account), terms.dayCount).toEqual(
        fold(movements[n === 0 ? 0 : 1], terms, FIRST, days.at(-1) ?? ''),
      )
})

test('an entry that comes while a day accrues is in the interest of the days that have accrued', async () => {
  const terms: FoldTerms = { dayCount: 'ACT_365F', bands: [{ above: 0n, rate: 12_345n }], overdraftRate: 0n }
  const [from = '', to = ''] = await openPair(await productOf(terms))
  const days = daysOf('2024-02-27', 3)
  await transfer(from, to, 500_000n, '2024-02-27')
  await superuser.query('SELECT begin_accruals($1, $2)', [branch.id, '2024-02-27'])
  await accrue('2024-02-27')
  await transfer(from, to, 777_777n, '2024-02-27')
  for (const day of days.slice(1)) {
    await accrue(day) // as if it had come after the corrections of this day's accrual
    await run('correct_accruals($1)')
    await accrue(day)
  }
  expect(await accruedOn(to)).toEqual(
    fold(
      [
        { valueDate: '2024-02-27', minor: 500_000n },
        { valueDate: '2024-02-27', minor: 777_777n },
      ],
      terms,
      '2024-02-27',
      '2024-02-29',
    ),
  )
})

test('an entry that is put into the accrual by somebody else while a day accrues is in the interest of that day', async () => {
  const terms: FoldTerms = { dayCount: 'ACT_365F', bands: [{ above: 0n, rate: 12_345n }], overdraftRate: 0n }
  const [from = '', to = ''] = await openPair(await productOf(terms))
  await transfer(from, to, 500_000n, '2025-03-10')
  await superuser.query('SELECT begin_accruals($1, $2)', [branch.id, '2025-03-10'])
  await accrue('2025-03-10')
  const settling = await superuser.connect()
  try {
    await settling.query('BEGIN')
    await settling.query('SELECT FROM interest_accruals WHERE account_id = $1 FOR UPDATE', [to])
    const accruing = accrue('2025-03-11')
    await expect.poll(() => isSomebodyWaiting(superuser)).toBe(true)
    await transfer(from, to, 777_777n, '2025-03-11')
    await settling.query('SELECT correct_accruals($1, $2)', [branch.id, to])
    await settling.query('COMMIT')
    await accruing
  } finally {
    await settling.query('ROLLBACK')
    settling.release()
  }
  await run('correct_accruals($1)')
  await accrue('2025-03-11')
  expect(await accruedOn(to)).toEqual(
    fold(
      [
        { valueDate: '2025-03-10', minor: 500_000n },
        { valueDate: '2025-03-11', minor: 777_777n },
      ],
      terms,
      '2025-03-10',
      '2025-03-11',
    ),
  )
})
