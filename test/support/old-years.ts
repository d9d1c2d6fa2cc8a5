import type { Client, Pool } from 'pg'

export type OldYears = {
  /** The first of them; so many follow each other. */
  readonly from: number
  readonly years: number
  readonly postings: number
  /** In a year, so many days apart that they are spread over it. */
  readonly daysAYear: number
  readonly accounts: readonly string[]
  readonly branchId: string
  /** Who posted all of it. */
  readonly supervisor: string
}

/**
 * Writes years of transfers between a branch's suspense account and accounts of customers, which end at zero, with days that are closed and
 * a last month that is, at eleven in UTC, which is the same date in every zone of the tests (zone.ts). Past every rule of the counter, and by the rules of the tables: the books balance, and every posting has its audit row.
 */
export async function insertOldYears(client: Pool | Client, old: OldYears): Promise<void> {
  const { from, years, postings, daysAYear, accounts, branchId, supervisor } = old
  const days = years * daysAYear
  await client.query(PREPARE)
  await client.query(PLAN, [from, days, daysAYear, postings - (postings % 2), accounts])
  await client.query(DAYS, [branchId, supervisor])
  for (let year = from; year < from + years; year += 1) {
    await client.query('ALTER TABLE corex.transactions DISABLE TRIGGER zz_audit_posted')
    await client.query(TRANSACTIONS, [year, branchId, supervisor])
    await client.query('ALTER TABLE corex.transactions ENABLE TRIGGER zz_audit_posted')
    for (let month = 1; month <= 12; month += 1)
      await makeAuditMonth(client, `${year}-${String(month).padStart(2, '0')}-01`)
    await client.query(AUDIT, [year])
    await client.query(ENTRIES, [year])
  }
  await client.query(BALANCES)
  await client.query(CLOSE, [branchId, `${from + years - 1}-12-01`, supervisor])
  await client.query('DROP TABLE corex.old_postings')
}

const PREPARE = `DROP TABLE IF EXISTS corex.old_postings;
  CREATE TABLE corex.old_postings (n int PRIMARY KEY, id uuid, day date, account uuid, inward boolean, amount numeric(15,2))`

const PLAN = `INSERT INTO corex.old_postings
  SELECT n, uuidv7(), make_date($1::int + at / $3::int, 1, 1) + (at % $3::int) * (365 / $3::int), ($5::uuid[])[1 + pair % cardinality($5::uuid[])],
    n % 2 = 1, 10 + pair % 7
  FROM (SELECT n, (n - 1) / 2 AS pair, ((n - 1)::bigint * $2::int / $4::int)::int AS at FROM generate_series(1, $4::int) AS n) AS planned`

/** They stand as withdrawn until their entries are in: the ledger takes none on a closed day. */
const DAYS = `INSERT INTO corex.business_days (branch_id, business_date, opened_by, opened_at, closed_by, closed_at, withdrawn_at)
  SELECT $1::uuid, day, $2::uuid, day + time '08:00', $2::uuid, day + time '17:00', day + time '17:00'
  FROM (SELECT DISTINCT day FROM corex.old_postings) AS d`

const TRANSACTIONS = `INSERT INTO corex.transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount,
    currency, transaction_type, description, status, business_date, branch_id, created_by, created_at, processed_at, actor, cause_type,
    cause_id, workstation, build, value_date)
  SELECT p.id, 'OLD-' || p.n, p.id, '', CASE WHEN inward THEN s.id ELSE p.account END, CASE WHEN inward THEN p.account ELSE s.id END,
    p.amount, s.currency, 'TRANSFER', 'Old "posting" ' || p.n, 'COMPLETED', p.day, $2::uuid, $3::uuid, (p.day + time '11:00') AT TIME ZONE 'UTC',
    (p.day + time '11:00') AT TIME ZONE 'UTC', 'PERSON', 'INTENT', p.id, 'test', 'test', p.day
  FROM corex.old_postings p, corex.accounts s
  WHERE s.branch_id = $2::uuid AND s.account_type = 'SUSPENSE' AND extract(year FROM p.day) = $1::int ORDER BY p.n`

/** The partition of a month of the audit log, as the owner of the others makes it. */
export const makeAuditMonth = (client: Pool | Client, month: string) =>
  client.query(`BEGIN; SET LOCAL ROLE corex_owner; SELECT corex.ensure_audit_partition('${month}'); COMMIT`)

/** What was audited then: its months are past, too. */
const AUDIT = `INSERT INTO corex.audit_logs (id, user_id, action, resource_type, resource_id, details, created_at, xid, hash, actor, cause_type,
    cause_id, workstation, session_id, build)
  SELECT (a).id, (a).user_id, (a).action, (a).resource_type, (a).resource_id, (a).details, (a).created_at, (a).xid, corex.audit_hash(a), (a).actor,
    (a).cause_type, (a).cause_id, (a).workstation, (a).session_id, (a).build
  FROM (SELECT ROW((left(corex.uuidv7_floor(t.created_at)::text, 14) || '7000-8000-' || lpad(to_hex(p.n), 12, '0'))::uuid, t.created_by, 'POSTED', 'transactions',
      t.id, json_build_object('hash', corex.posted_hash(t)), t.created_at, pg_current_xact_id(), NULL, t.actor, t.cause_type, t.cause_id,
      t.workstation, t.session_id, t.build)::corex.audit_logs AS a
    FROM corex.old_postings p JOIN corex.transactions t ON t.id = p.id WHERE extract(year FROM p.day) = $1::int OFFSET 0) AS made`

const LEGS = `SELECT p.n, p.id, p.day, p.amount, l.account, l.side, CASE WHEN k.normal_side = l.side THEN p.amount ELSE -p.amount END AS change
  FROM corex.old_postings p JOIN corex.transactions t ON t.id = p.id
    CROSS JOIN LATERAL (VALUES (t.from_account_id, 'DEBIT'::corex.entry_side), (t.to_account_id, 'CREDIT')) AS l (account, side)
    JOIN corex.accounts a ON a.id = l.account JOIN corex.account_kinds k ON k.account_type = a.account_type`

const ENTRIES = `INSERT INTO corex.entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, created_at, business_date,
    value_date, actor, available_after)
  SELECT l.id, l.account, l.side, l.amount, e.last + row_number() OVER running, e.balance + sum(l.change) OVER running, (l.day + time '11:00') AT TIME ZONE 'UTC',
    l.day, l.day, 'PERSON', e.available + sum(l.change) OVER running
  FROM (${LEGS}) AS l JOIN LATERAL (
    SELECT coalesce(max(x.sequence), b.entry_count) AS last, coalesce((array_agg(x.balance_after ORDER BY x.sequence DESC))[1], b.ledger_balance) AS balance,
      coalesce((array_agg(x.available_after ORDER BY x.sequence DESC))[1], b.available_balance) AS available
    FROM corex.balances b LEFT JOIN LATERAL (SELECT * FROM corex.entries WHERE account_id = l.account ORDER BY sequence DESC LIMIT 1) AS x ON true
    WHERE b.account_id = l.account GROUP BY b.account_id) AS e ON true
  WHERE extract(year FROM l.day) = $1::int WINDOW running AS (PARTITION BY l.account ORDER BY l.n) ORDER BY l.n, l.side`

const BALANCES = `UPDATE corex.balances b SET entry_count = e.sequence, ledger_balance = e.balance_after,
    available_balance = b.available_balance + e.balance_after - b.ledger_balance
  FROM (SELECT DISTINCT account AS id FROM corex.old_postings UNION SELECT id FROM corex.accounts WHERE account_type = 'SUSPENSE') AS a,
    LATERAL (SELECT * FROM corex.entries WHERE account_id = a.id ORDER BY sequence DESC LIMIT 1) AS e
  WHERE b.account_id = a.id`

const CLOSE = `WITH closed AS (
    UPDATE corex.business_days SET withdrawn_at = NULL WHERE branch_id = $1::uuid AND business_date IN (SELECT DISTINCT day FROM corex.old_postings))
  INSERT INTO corex.closed_months (month, closed_by) VALUES ($2::date, $3::uuid)`
