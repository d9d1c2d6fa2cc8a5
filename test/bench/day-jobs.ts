// `npm run bench:day [-- --accounts N]`: how long the jobs of a day take that ends a month: accrual, interest and fees of every
// account, and the check that the books balance afterwards.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { workedSince } from './load.ts'
import { fillAccounts, openInterestBranch } from './interest-branch.ts'
import { serverMicroseconds } from './server-time.ts'

const { values } = parseArgs({ options: { accounts: { type: 'string', default: '100000' } } })
const accounts = Number(values.accounts)
const LIMIT_SECONDS = 30

/** Seconds of the clock, and of the processor for all processes of the server: a busy machine spoils the clock alone. */
type Took = { readonly clock: number; readonly server: number }

const timed = async (work: () => Promise<unknown>): Promise<Took> => {
  const before = serverMicroseconds(server)
  const since = performance.now()
  await work()
  const clock = (performance.now() - since) / 1000
  const worked = await workedSince(server, before)
  return { clock, server: worked === null ? Number.NaN : worked / 1e6 }
}

const said = ({ clock, server: worked }: Took) => `${clock.toFixed(1)} s (server ${worked.toFixed(1)} s)`

const branch = await openInterestBranch()
const { superuser, branchId, server } = branch
try {
  await fillAccounts(
    branch,
    [{ dayCount: 'ACT_365F', rate: '1.5', monthlyFee: '0.50' }],
    accounts,
    '2026-01-30',
  )
  const run = (date: string) => () => superuser.query('SELECT run_day_jobs($1, $2)', [branchId, date])
  const ordinary = await timed(run('2026-01-30'))
  const monthEnd = await timed(run('2026-01-31'))
  const again = await timed(run('2026-01-31'))
  const check = await timed(async () => {
    const { rows } = await superuser.query('SELECT * FROM check_books()')
    if (rows.length > 0) throw new Error(`The books do not balance: ${JSON.stringify(rows.slice(0, 3))}`)
  })
  const { rows } = await superuser.query(
    `SELECT transaction_type AS type, count(*) FROM transactions GROUP BY 1 ORDER BY 1`,
  )
  console.log(`${cpus().length} cores, ${accounts} accounts`, rows)
  console.log(
    `An ordinary day ${said(ordinary)}; a day that ends a month, with interest and fees, ${said(monthEnd)}`,
  )
  console.log(`Run again, with nothing to do, ${said(again)}; whole check of the books ${said(check)}`)
  const least = ({ clock, server: worked }: Took) => (Number.isNaN(worked) ? clock : Math.min(clock, worked))
  const held = least(ordinary) < LIMIT_SECONDS && least(monthEnd) + least(check) < LIMIT_SECONDS
  console.log(`Within ${LIMIT_SECONDS} s: ${held ? 'yes' : 'no'}`)
  if (!held) process.exitCode = 1
} finally {
  await branch.close()
}
