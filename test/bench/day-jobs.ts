// `npm run bench:day [-- --accounts N]`: how long the jobs of a day take that ends a month: accrual, interest and fees of every
// account, and the check that the books balance afterwards.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { fillAccounts, openInterestBranch } from './interest-branch.ts'

const { values } = parseArgs({ options: { accounts: { type: 'string', default: '100000' } } })
const accounts = Number(values.accounts)
const LIMIT_SECONDS = 30

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now()
  await work()
  return (performance.now() - since) / 1000
}

const branch = await openInterestBranch()
const { superuser, branchId } = branch
try {
  await fillAccounts(
    branch,
    [{ dayCount: 'ACT_365F', rate: '1.5', monthlyFee: '0.50' }],
    accounts,
    '2026-01-30',
  )
  const run = (date: string) => () => superuser.query('SELECT run_day_jobs($1, $2)', [branchId, date])
  const ordinary = await seconds(run('2026-01-30'))
  const monthEnd = await seconds(run('2026-01-31'))
  const again = await seconds(run('2026-01-31'))
  const check = await seconds(async () => {
    const { rows } = await superuser.query('SELECT * FROM check_books()')
    if (rows.length > 0) throw new Error(`The books do not balance: ${JSON.stringify(rows.slice(0, 3))}`)
  })
  const { rows } = await superuser.query(
    `SELECT transaction_type AS type, count(*) FROM transactions GROUP BY 1 ORDER BY 1`,
  )
  console.log(`${cpus().length} cores, ${accounts} accounts`, rows)
  console.log(
    `An ordinary day ${ordinary.toFixed(1)} s; a day that ends a month, with interest and fees, ${monthEnd.toFixed(1)} s`,
  )
  console.log(
    `Run again, with nothing to do, ${again.toFixed(1)} s; whole check of the books ${check.toFixed(1)} s`,
  )
  const held = ordinary < LIMIT_SECONDS && monthEnd + check < LIMIT_SECONDS
  console.log(`Within ${LIMIT_SECONDS} s: ${held ? 'yes' : 'no'}`)
  if (!held) process.exitCode = 1
} finally {
  await branch.close()
}
