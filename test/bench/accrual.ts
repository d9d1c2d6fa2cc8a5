// `npm run proof:accrual [-- --accounts N --days N]`: a year of daily accrual and monthly posting by the jobs of the day, against the
// same year in whole numbers without any rounding. Every account has to have every minor unit, and every part of one that is carried on.
import { parseArgs } from 'node:util'
import { isDayCount } from '../../shared/rules/day-count.ts'
import { dayParts, nextDay } from '../support/interest-fold.ts'
import { fillAccounts, openInterestBranch, type BenchProduct } from './interest-branch.ts'

const { values } = parseArgs({
  options: { accounts: { type: 'string', default: '10000' }, days: { type: 'string', default: '366' } },
})
const [accounts, days] = [Number(values.accounts), Number(values.days)]
const FIRST = '2024-01-01'
const PRODUCTS: readonly BenchProduct[] = [
  { dayCount: 'ACT_365F', rate: '1.2345', monthlyFee: '0' },
  { dayCount: 'ACT_360', rate: '0.0001', monthlyFee: '0' },
  { dayCount: 'ACT_ACT_ISDA', rate: '3.3333', monthlyFee: '0' },
  { dayCount: 'THIRTY_360_ISDA', rate: '99.9999', monthlyFee: '0' },
  { dayCount: 'THIRTY_E_360', rate: '7.0007', monthlyFee: '0' },
]
/** The parts of a minor unit: a rate has four decimals of a per cent, and a year 1,603,080 parts. */
const MINOR = 1_603_080n * 10_000n * 100n

type Row = {
  readonly dayCount: string
  readonly rate: string
  readonly opening: string
  readonly closing: string
  readonly parts: string
}

/** The balance and the carried parts that an account has to have at the end. */
function exactly({ dayCount, rate, opening }: Row, last: string) {
  if (!isDayCount(dayCount)) throw new Error(`${dayCount} is no day count`)
  let [balance, parts] = [BigInt(opening), 0n]
  for (let day = FIRST; day <= last; day = nextDay(day)) {
    parts += balance * BigInt(rate) * dayParts(dayCount, day)
    if (nextDay(day).endsWith('-01')) {
      balance += parts / MINOR
      parts %= MINOR
    }
  }
  return { balance, parts }
}

const branch = await openInterestBranch()
const { superuser, branchId } = branch
try {
  await fillAccounts(branch, PRODUCTS, accounts, FIRST)
  let last = FIRST
  for (let n = 0, day = FIRST; n < days; n += 1, day = nextDay(day)) {
    await superuser.query('SELECT run_day_jobs($1, $2)', [branchId, day])
    last = day
  }
  const { rows } = await superuser.query<Row>(
    `SELECT t.day_count AS "dayCount", ((t.rates -> 0 ->> 'rate')::numeric * 10000)::bigint AS rate,
       (o.amount * 100)::bigint AS opening, (b.ledger_balance * 100)::bigint AS closing, (s.earned * 1000000)::numeric(60, 0) AS parts
     FROM accounts a JOIN product_terms t ON t.product_id = a.product_id JOIN balances b ON b.account_id = a.id
       JOIN interest_accruals s ON s.account_id = a.id JOIN entries o ON o.account_id = a.id AND o.sequence = 1`,
  )
  const wrong = rows.filter((row) => {
    const { balance, parts } = exactly(row, last)
    return balance !== BigInt(row.closing) || parts !== BigInt(row.parts)
  })
  const faults = (await superuser.query('SELECT * FROM check_books()')).rows
  const posted = (
    await superuser.query<{ n: string }>(
      `SELECT count(*) AS n FROM transactions WHERE transaction_type = 'INTEREST'`,
    )
  ).rows
  console.log(`${rows.length} accounts, ${days} days to ${last}, ${posted[0]?.n ?? '0'} postings of interest`)
  console.log(
    `Accounts that differ from the exact fold: ${wrong.length}; faults of the books: ${faults.length}`,
  )
  if (rows.length !== accounts || wrong.length + faults.length > 0) process.exitCode = 1
} finally {
  await branch.close()
}
