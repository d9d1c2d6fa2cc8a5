import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { BUILD } from '../../electron/build.ts'
import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { makeVaultKey } from '../../electron/services/sessions/key-ring.ts'
import { CULTURES } from './cultures.ts'
import { fillQueue, storePlaceholder, WAITING } from './documents.ts'
import { createStaff, type DemoLogin } from './staff.ts'

export type DemoOptions = {
  readonly customers: number
  /** Wanted postings of customers; every account has one at least, and three a day at most. */
  readonly postings: number
  /** The same seed makes the same people, accounts and amounts. */
  readonly seed: number
}

/** Called as work goes on, with what has been done of how much. */
export type Tell = (what: string, done: number, of: number) => void

export type DemoReport = {
  readonly staff: readonly DemoLogin[]
  readonly counts: Readonly<Record<string, number>>
}

/** Weekdays before today that have a history. */
const DAYS = 120
const BATCH = 2_000
/** Their rows are summed up in the audit instead of written one by one: a million rows about made-up data are of no use. */
const SUMMED_UP = [
  'customers',
  'kyc_files',
  'kyc_documents',
  'accounts',
  'business_days',
  'till_sessions',
  'transactions',
]
const FILLED = [...SUMMED_UP, 'balances', 'entries', 'audit_logs']

/**
 * Fills a migrated database that has no branch, all in one transaction: it ends complete, with books that balance, or
 * with nothing. `admin` is a superuser. Throws when cancelled by `signal`, and when the books do not balance.
 *
 * Every guard, check, foreign key and the rule that entries balance stay on. Two triggers are off for the transaction: the
 * audit's rows (one summary per table, of transactions one per day, stands for them) and the one by which documents decide a customer's KYC status.
 */
export function loadDemo(
  admin: Connection,
  options: DemoOptions,
  tell: Tell,
  signal: AbortSignal,
): Promise<DemoReport> {
  return withClient(
    admin,
    async (client) => {
      const stopCancelling = await cancelOnAbort(admin, client, signal)
      try {
        await client.query(`BEGIN; SET LOCAL work_mem = '64MB'`)
        const report = await fill(client, options, tell, signal)
        signal.throwIfAborted()
        await client.query('COMMIT')
        stopCancelling()
        await tidy(client, tell)
        return report
      } catch (error) {
        stopCancelling()
        // A connection that broke has rolled back by itself, and its own error is the one to show.
        await undo(client, tell).catch(() => {})
        throw signal.aborted ? signal.reason : error
      }
    },
    { options: `-c search_path=corex,ext -c timezone=UTC -c corex.build=${BUILD}` },
  )
}

async function undo(client: Client, tell: Tell): Promise<void> {
  await client.query('ROLLBACK')
  await tidy(client, tell)
}

/** Gives back what a cancelled run wrote; after a whole one, finishes the index of names and the statistics. */
async function tidy(client: Client, tell: Tell): Promise<void> {
  tell('Tidying up', 0, 1)
  await client.query(`VACUUM (ANALYZE) ${FILLED.join(', ')}`)
  tell('Tidying up', 1, 1)
}

/** A long statement should not have to end before Ctrl+C takes effect. */
async function cancelOnAbort(admin: Connection, client: Client, signal: AbortSignal): Promise<() => void> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const cancel = () => {
    const asked = withClient(admin, (other) => other.query('SELECT pg_cancel_backend($1)', [rows[0]?.pid]))
    asked.catch(() => {}) // the check between two batches sees the signal anyway
  }
  signal.addEventListener('abort', cancel)
  return () => signal.removeEventListener('abort', cancel)
}

async function fill(client: Client, options: DemoOptions, tell: Tell, signal: AbortSignal) {
  const { customers, postings, seed } = options
  const vaultKey = makeVaultKey()
  tell('Branch and staff', 0, 1)
  await client.query('SELECT ensure_audit_partitions()')
  const staff = await createStaff(client, vaultKey)
  await prepare(client, seed)
  await storePlaceholder(client, vaultKey)
  tell('Branch and staff', 1, 1)
  const inBatches = async (
    what: string,
    of: number,
    work: (from: number, to: number) => Promise<unknown>,
  ) => {
    tell(what, 0, of)
    for (let from = 1; from <= of; from += BATCH) {
      const to = Math.min(from + BATCH - 1, of)
      await work(from, to)
      signal.throwIfAborted()
      tell(what, to, of)
    }
  }
  await inBatches('Customers and documents', customers, (from, to) =>
    client.query('SELECT pg_temp.load_people($1, $2, $3)', [from, to, customers - WAITING + 1]),
  )
  await fillQueue(client, vaultKey, customers)
  await client.query('ANALYZE demo_people, customers')
  const planned = await client.query<{ n: string }>('SELECT pg_temp.plan_accounts() AS n')
  const accounts = Number(planned.rows[0]?.n)
  await inBatches('Accounts', accounts, (from, to) =>
    client.query('SELECT pg_temp.load_accounts($1, $2)', [from, to]),
  )
  await client.query('ANALYZE demo_accounts, accounts, balances')
  await loadHistory(client, postings - accounts, tell, signal)
  tell('Checking the books', 0, 1)
  const counts = await finish(client)
  tell('Checking the books', 1, 1)
  return { staff, counts }
}

async function prepare(client: Client, seed: number): Promise<void> {
  // A number below `size` that follows from the seed, the owner and the purpose.
  await client.query(`CREATE FUNCTION pg_temp.draw(whose bigint, purpose bigint, size bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE AS $$ SELECT (hashint8extended(whose, purpose + ${BigInt(seed) * 1000n}) & 9223372036854775807) % size $$`)
  for (const file of ['prepare.sql', 'day.sql'])
    await client.query(await readFile(join(import.meta.dirname, file), 'utf8'))
  await client.query(
    `INSERT INTO demo_cultures (country, dial, digits, first, last, streets, cities)
     SELECT country, dial, digits, first, last, streets, cities FROM json_populate_recordset(NULL::demo_cultures, $1)`,
    [JSON.stringify(CULTURES)],
  )
  await client.query(`
    INSERT INTO demo_staff SELECT row_number() OVER (ORDER BY username), id, role FROM users;
    INSERT INTO demo_tills SELECT row_number() OVER (ORDER BY t.name) - 1, t.id, till_account(t.id), s.id
      FROM (SELECT *, row_number() OVER (ORDER BY name) AS k FROM tills) AS t
      JOIN (SELECT id, row_number() OVER (ORDER BY k) AS k FROM demo_staff WHERE role = 'TELLER') AS s USING (k);
    INSERT INTO demo_days SELECT row_number() OVER (ORDER BY day) - 1, day FROM (
      SELECT business_date - back AS day FROM business_days, generate_series(1, ${DAYS * 2}) AS back
      WHERE extract(isodow FROM business_date - back) < 6 ORDER BY back LIMIT ${DAYS}) AS weekdays;
    ALTER TABLE kyc_documents DISABLE TRIGGER m_follow;
    ALTER TABLE transactions DISABLE TRIGGER zz_audit_posted;
    ${SUMMED_UP.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER zz_audit;`).join('\n')}`)
}

/** Day by day, because each day's balances stand on those of the day before. */
async function loadHistory(client: Client, wanted: number, tell: Tell, signal: AbortSignal): Promise<void> {
  const { rows } = await client.query<{ d: number; older: string }>(
    'SELECT d, (SELECT count(*) FROM demo_accounts a WHERE a.d < day.d) AS older FROM demo_days day ORDER BY d',
  )
  const whole = rows.reduce((sum, { older }) => sum + Number(older), 0)
  tell('Days of postings', 0, rows.length)
  for (const { d, older } of rows) {
    const quota = Math.round((Math.max(wanted, 0) * Number(older)) / Math.max(whole, 1))
    await client.query('SELECT pg_temp.load_day($1, $2)', [d, quota])
    signal.throwIfAborted()
    tell('Days of postings', d + 1, rows.length)
  }
}

/** Some frozen accounts, the triggers back on, the audit's summary, and the proof that the books balance. */
async function finish(client: Client): Promise<Record<string, number>> {
  await client.query(`UPDATE accounts SET status = 'SUSPENDED', status_reason = 'Card reported lost (made up)'
    FROM demo_accounts demo WHERE demo.id = accounts.id AND demo.k % 97 = 50`)
  await client.query(`
    ALTER TABLE kyc_documents ENABLE TRIGGER m_follow;
    ALTER TABLE transactions ENABLE TRIGGER zz_audit_posted;
    ${SUMMED_UP.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER zz_audit;`).join('\n')}
    ANALYZE ${FILLED.join(', ')}`)
  await client.query('SELECT seal_closed_days()')
  const faults = await client.query<{ fault: string; subject: string }>('SELECT * FROM check_books()')
  if (faults.rows.length > 0)
    throw new Error(`The books do not balance: ${JSON.stringify(faults.rows.slice(0, 5))}`)
  const counts: Record<string, number> = {}
  for (const table of [...SUMMED_UP, 'entries']) {
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
    counts[table] = rows[0]?.n ?? 0
    if (table === 'transactions') continue // each day has its row
    await client.query(
      `SELECT write_audit(NULL, 'DEMO_LOADED', $1, b.id, jsonb_build_object('rows', $2::int,
         'note', 'Made up for a demonstration by the program that fills one; no real person and no real money'))
       FROM branches b`,
      [table, counts[table]],
    )
  }
  return counts
}
