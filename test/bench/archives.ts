// `npm run bench:archives [-- --entries N]`: three years of a book of N entries are closed, sealed, exported and compared, the months of its
// audit log moved out of the log and brought back. Statements, trial balance and the check of the whole books have to be the same to the
// byte before, in between and after, changed rows have to be found, and posting has to be as fast with sealed years as without.
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkMore, sealMore } from '../../electron/archive/sealed-rows.ts'
import { verifyExport } from '../../electron/archive/verify-export.ts'
import { exportArchive } from '../../electron/archive/write-export.ts'
import { poolFor } from '../../electron/db/proven-client.ts'
import { openOwnServer } from '../proof/own-server.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { openDate } from '../support/days.ts'
import { insertOldYears } from '../support/old-years.ts'
import { openTill, post } from '../support/posting-functions.ts'
import { workedSince } from './load.ts'
import { serverMicroseconds } from './server-time.ts'

const { values } = parseArgs({ options: { entries: { type: 'string', default: '5000000' } } })
const YEARS = 3
const POSTED = 600

await using server = await openOwnServer()
const { branch } = server
const { database } = branch
const superuser = poolFor(database.admin, {
  max: 1,
  options: '-c search_path=corex,ext,pg_temp -c timezone=UTC',
})
const folder = await mkdtemp(join(tmpdir(), 'corex-archives-'))
const { signal } = new AbortController()
const quiet = () => {}
const faults: string[] = []

const say = (what: string, more = '') => console.log(`${what.padEnd(56)} ${more}`)
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now()
  const done = await work()
  say(what, `${((performance.now() - since) / 1000).toFixed(1)} s`)
  return done
}
const expectThat = (isSo: boolean, what: string) => {
  say(what, isSo ? 'yes' : 'NO')
  if (!isSo) faults.push(what)
}

const accounts: string[] = []
for (let n = 0; n < 20; n += 1) accounts.push(await openNewCustomersAccount(branch))
/** Deposits go to another account, whose statement is not compared. */
const other = await openNewCustomersAccount(branch)
await openTill(branch.pool('teller'), branch.tills[0], '0.00')
const from = Number((await openDate(branch)).slice(0, 4)) - YEARS
await timed(`${YEARS} years, ${values.entries} entries`, () =>
  insertOldYears(superuser, {
    from,
    years: YEARS,
    postings: Number(values.entries) / 2,
    daysAYear: 250,
    accounts,
    branchId: branch.id,
    supervisor: branch.staff.supervisor.id,
  }),
)
await timed('VACUUM (ANALYZE)', () => superuser.query('VACUUM (ANALYZE)'))

/** A hash of everything that is asked of the years: statements with each line, a trial balance, every check. */
async function seen(): Promise<string> {
  const hash = createHash('sha256')
  for (const account of accounts) {
    const { rows } = await superuser.query<{ all: string }>(
      `SELECT coalesce(string_agg(md5(e::text), '' ORDER BY sequence), '') AS all FROM entries e WHERE account_id = $1`,
      [account],
    )
    hash.update(rows[0]?.all ?? '')
    const page = await branch
      .pool('supervisor')
      .query('SELECT read_statement($1, NULL, 200, NULL, NULL, NULL)', [account])
    hash.update(JSON.stringify(page.rows))
  }
  const balance = await branch
    .pool('supervisor')
    .query('SELECT * FROM read_trial_balance($1, false)', [`${from + YEARS - 1}-12-31`])
  hash.update(JSON.stringify(balance.rows))
  const { rows } = await superuser.query('SELECT * FROM check_books()')
  say('  faults of the books', String(rows.length))
  hash.update(JSON.stringify(rows))
  return hash.digest('hex')
}

/** Microseconds of the server for a deposit. */
async function posting(): Promise<number> {
  const pool = branch.pool('teller')
  for (let n = 0; n < 50; n += 1) await post(pool, 'DEPOSIT', null, other, '1.00')
  const before = serverMicroseconds(server.pid())
  const since = performance.now()
  for (let n = 0; n < POSTED; n += 1) await post(pool, 'DEPOSIT', null, other, '1.00')
  const took = performance.now() - since
  const worked = (await workedSince(server.pid(), before)) ?? 0
  say('  a deposit', `${(took / POSTED).toFixed(2)} ms, server ${(worked / POSTED).toFixed(0)} µs`)
  return worked / POSTED
}

const auditor = database.db(branch.staff.auditor.token)
const periods = {
  LEDGER: Array.from({ length: YEARS }, (_, n) => `${from + n}-01-01`),
  AUDIT: Array.from(
    { length: YEARS * 12 },
    (_, n) => `${from + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`,
  ),
}

async function seal(kind: 'LEDGER' | 'AUDIT', period: string): Promise<string> {
  for (;;) {
    const { sealId } = await sealMore(auditor, { kind, period }, 2_000)
    if (sealId !== null) return sealId
  }
}

async function differing(sealId: string): Promise<number> {
  let step = await checkMore(auditor, sealId, null, 2_000)
  while (step.done < step.of) step = await checkMore(auditor, sealId, step.since, 2_000)
  return step.differing.length
}

const detach = (sealId: string, into: 'audit_logs' | 'audit_logs_archive') =>
  superuser.query(`SELECT move_audit_month(s, $2::regclass, $3, NULL) FROM archive_seals s WHERE id = $1`, [
    sealId,
    `corex.${into}`,
    into === 'audit_logs' ? 'ATTACHED' : 'DETACHED',
  ])

try {
  const first = await timed('what is seen, before', seen)
  const slow = [await posting()]
  const seals = { LEDGER: new Map<string, string>(), AUDIT: new Map<string, string>() }
  await timed('years sealed', async () => {
    for (const period of periods.LEDGER) seals.LEDGER.set(period, await seal('LEDGER', period))
  })
  for (const [period, sealId] of seals.LEDGER) {
    const { file, rows } = await timed(`${period.slice(0, 4)} exported`, () =>
      exportArchive(auditor, sealId, folder, quiet, signal),
    )
    say(
      '  bytes',
      `${rows} lines, ${(file.bytes / 1e6).toFixed(1)} MB, ${(file.bytes / rows).toFixed(0)} a posting`,
    )
    await timed(`${period.slice(0, 4)} compared, file`, () =>
      verifyExport(folder, { kind: 'LEDGER', period }, null, quiet, signal),
    )
    expectThat(
      (await timed(`${period.slice(0, 4)} compared, rows`, () => differing(sealId))) === 0,
      'nothing differs',
    )
  }
  await timed('36 months of the audit log sealed', async () => {
    for (const period of periods.AUDIT) seals.AUDIT.set(period, await seal('AUDIT', period))
  })
  expectThat((await timed('what is seen, sealed', seen)) === first, 'the same to the byte, sealed')
  await timed('36 months moved out of the log', async () => {
    for (const sealId of seals.AUDIT.values()) await detach(sealId, 'audit_logs_archive')
  })
  expectThat(
    (await timed('what is seen, without the months', seen)) === first,
    'the same to the byte, without the months',
  )
  slow.push(await posting(), await posting())
  const month = seals.AUDIT.get(periods.AUDIT[5] ?? '') ?? ''
  const table = `corex.audit_logs_${(periods.AUDIT[5] ?? '').slice(0, 7).replace('-', '')}`
  await superuser.query(`ALTER TABLE ${table} DISABLE TRIGGER USER; UPDATE ${table} SET action = 'VIEWED' WHERE id = (SELECT id FROM ${table} LIMIT 1);
    ALTER TABLE ${table} ENABLE ALWAYS TRIGGER no_change`)
  expectThat((await differing(month)) === 1, 'a changed row of a month out of the log is found')
  await superuser.query(`ALTER TABLE ${table} DISABLE TRIGGER USER; UPDATE ${table} SET action = 'POSTED' WHERE action = 'VIEWED';
    ALTER TABLE ${table} ENABLE ALWAYS TRIGGER no_change`)
  await timed('36 months brought back', async () => {
    for (const sealId of seals.AUDIT.values()) await detach(sealId, 'audit_logs')
  })
  expectThat((await timed('what is seen, after', seen)) === first, 'the same to the byte, after')
  slow.push(await posting())
  const [before = 1, ...after] = slow
  say('posting, server: with sealed years against without', (Math.min(...after) / before).toFixed(3))
} finally {
  say(
    'load average',
    loadavg()
      .map((n) => n.toFixed(1))
      .join(' '),
  )
  await auditor.destroy()
  await superuser.end()
  await rm(folder, { recursive: true })
}
for (const fault of faults) console.error(`Not so: ${fault}`)
process.exitCode = faults.length === 0 ? 0 : 1
