// `npm run bench:day [-- --accounts N] [--kill]`: how long it takes to close an ordinary day, a day that ends a month and the day after it, as the
// application does it (accrual, interest and fees of every account, the proof), and to reconcile the books: what is new, and all of
// them. With --kill the server is killed in the middle of the month's end, goes on, and nothing may be posted twice.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { poolFor } from '../../electron/db/proven-client.ts'
import { openOwnServer } from '../proof/own-server.ts'
import { ACCOUNTS_AT_A_TIME, closeDay, killInside, openDayOn, postedOtherThanOnce } from './closed-day.ts'
import { only } from '../support/queries.ts'
import { fillAccounts } from './interest-branch.ts'
import { workedSince } from './load.ts'
import { microsecondsByProcess, serverMicroseconds } from './server-time.ts'

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '100000' },
    kill: { type: 'boolean', default: false },
  },
})
const accounts = Number(values.accounts)
const LIMIT_SECONDS = 30
const [FIRST, ORDINARY, MONTH_END, AFTER] = ['2027-01-29', '2027-01-30', '2027-01-31', '2027-02-01'] as const

/**
 * Seconds of the clock, and of the processor for all processes of the server and for the busiest connection, which on a machine with nothing
 * else to do is about what the clock says: where the clock says much more, the machine was busy.
 */
type Took = { readonly clock: number; readonly server: number; readonly busiest: number }

await using server = await openOwnServer()
const { branch } = server
// Its statements are not the application's, whose limits they would miss on a busy machine.
const superuser = poolFor(branch.database.admin, {
  max: 1,
  options: '-c search_path=corex,pg_temp -c timezone=UTC',
})
// Before the server, which would wait for it: an error is told.
await using ends = new AsyncDisposableStack()
ends.defer(() => superuser.end())

const processorOf = ({ server: worked, busiest }: Took) =>
  `server ${worked.toFixed(1)} s, busiest connection ${busiest.toFixed(1)} s`

async function timed(what: string, work: () => Promise<unknown>): Promise<Took> {
  const before = serverMicroseconds(server.pid())
  const byProcess = microsecondsByProcess(server.pid())
  const since = performance.now()
  await work()
  const clock = (performance.now() - since) / 1000
  const busiest = Math.max(
    ...[...microsecondsByProcess(server.pid())].map(
      ([pid, used]) => (used - (byProcess.get(pid) ?? 0)) / 1e6,
    ),
  )
  const worked = await workedSince(server.pid(), before)
  const took = { clock, server: worked === null ? Number.NaN : worked / 1e6, busiest }
  console.log(`${what}: ${clock.toFixed(1)} s (${processorOf(took)})`)
  return took
}

async function closeDayOn(what: string, date: string): Promise<Took> {
  await openDayOn(server, date)
  return timed(what, () => closeDay(server))
}

/** Checks what is new until no closed day is left, a call each as the window does. */
async function reconcileFresh(): Promise<void> {
  for (let left = 1; left > 0;) {
    const { rows } = await branch
      .pool('auditor')
      .query<{ answer: { faults: unknown[]; daysLeft: number } }>('SELECT check_new_books(10000) AS answer')
    const { faults, daysLeft } = only(rows).answer
    if (faults.length > 0) throw new Error(JSON.stringify(faults.slice(0, 3)))
    left = daysLeft
  }
}

const balances = async (ask: string) => {
  const { rows } = await superuser.query(ask)
  if (rows.length > 0) throw new Error(`The books do not balance: ${JSON.stringify(rows.slice(0, 3))}`)
}

await openDayOn(server, FIRST)
// 10.00 and more on each for a month: what the last day earns is at least a cent.
await fillAccounts(
  { superuser, branchId: branch.id },
  [{ dayCount: 'ACT_365F', rate: '15', monthlyFee: '0.50' }],
  accounts,
  FIRST,
)
console.log(
  `${cpus().length} cores, load ${loadavg()
    .map((n) => n.toFixed(1))
    .join(' ')}, ${accounts} accounts`,
)
// Every day is closed and checked, the first one too: what no closed day has would be added up and checked with each day after it.
const first = await timed('The first day', () => closeDay(server))
const ordinary = await closeDayOn('An ordinary day', ORDINARY)
const before = await timed('Reconciling both', reconcileFresh)
await openDayOn(server, MONTH_END)
if (values.kill) await killInside(server, Math.floor(accounts / ACCOUNTS_AT_A_TIME / 2))
const monthEnd = await timed('A day that ends a month, with interest and fees', () => closeDay(server))
const fresh = await timed('Reconciling what is new', reconcileFresh)
const whole = await timed('Reconciling all there is', () => balances('SELECT * FROM check_books()'))
const after = await closeDayOn('The day after', AFTER)
for (const type of ['FEE', 'INTEREST'] as const) {
  const wrong = await postedOtherThanOnce(server, type)
  console.log(`Accounts with more or less than one posting of ${type}: ${wrong}`)
  if (wrong > 0) process.exitCode = 1
}
const sum = (...parts: readonly Took[]): Took =>
  parts.reduce((a, b) => ({
    clock: a.clock + b.clock,
    server: a.server + b.server,
    busiest: a.busiest + b.busiest,
  }))
const worst = sum(monthEnd, fresh)
const held = [first, ordinary, before, whole, after, worst].every(({ clock }) => clock < LIMIT_SECONDS)
console.log(
  `Load ${loadavg()[0]?.toFixed(1)}. Month's end and the check of what is new: ${worst.clock.toFixed(1)} s (${processorOf(worst)}). Within ${LIMIT_SECONDS} s by the clock: ${held ? 'yes' : 'no'}`,
)
if (!held && !values.kill) process.exitCode = 1
