import type { TestBranch } from './branch.ts'

type JournalRows = {
  readonly type: 'DEPOSIT' | 'TRANSFER'
  readonly from: string
  readonly to: string
  /** Of each posting, as decimal text. */
  readonly amount: string
  readonly count: number
}

/**
 * Writes postings of the teller's into the tables, many at once and past every rule, with entries and balances that agree. For what
 * cannot be posted in a test: thousands of postings, or an amount that no till holds.
 */
export async function insertPostings(branch: TestBranch, rows: JournalRows): Promise<void> {
  const { type, from, to, amount } = rows
  for (let left = rows.count; left > 0; left -= BATCH) {
    const count = Math.min(left, BATCH)
    const values = [from, to, amount, count, type, branch.currency, branch.id, branch.staff.teller.id]
    await branch.database.superuser.query(INSERT_POSTINGS, values)
  }
}

/** So many are written within the time that a statement may take, also on a busy machine. */
const BATCH = 2000

// Cash in a till is an asset, which a debit raises; the other accounts here are liabilities, which a debit lowers.
const INSERT_POSTINGS = `
  WITH made AS (
    INSERT INTO transactions (transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount, currency,
      transaction_type, status, business_date, branch_id, created_by, processed_at,
      actor, cause_type, cause_id, workstation, build, value_date)
    SELECT 'ROW-' || gen_random_uuid(), gen_random_uuid(), '', $1::uuid, $2::uuid, $3::numeric, $6::text,
      $5::transaction_type, 'COMPLETED', current_date, $7::uuid, $8::uuid, now(),
      'PERSON', 'INTENT', gen_random_uuid(), 'test', 'test', current_date
    FROM generate_series(1, $4::int) RETURNING id),
  numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM made),
  leg AS (
    SELECT id AS account_id, side, CASE WHEN side = 'CREDIT' OR till_id IS NOT NULL THEN $3::numeric ELSE -$3::numeric END AS change
    FROM (VALUES ($1::uuid, 'DEBIT'), ($2::uuid, 'CREDIT')) AS given (account, side) JOIN accounts ON id = account),
  written AS (
    INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor)
    SELECT m.id, account_id, side::entry_side, $3::numeric, b.entry_count + m.n, b.ledger_balance + m.n * change, current_date, current_date, 'PERSON'
    FROM numbered m, leg JOIN balances b USING (account_id))
  UPDATE balances b SET ledger_balance = ledger_balance + $4::int * change, available_balance = available_balance + $4::int * change,
    entry_count = entry_count + $4::int FROM leg WHERE leg.account_id = b.account_id`

/** Writes one transaction of so many entries, between the branch's vault and its suspense account: an even number of them. */
export async function insertLongTransaction(branch: TestBranch, entries: number): Promise<void> {
  await branch.database.superuser.query(INSERT_LONG, [
    entries / 2,
    branch.currency,
    branch.id,
    branch.staff.supervisor.id,
  ])
}

const INSERT_LONG = `
  WITH made AS (
    INSERT INTO transactions (transaction_id, idempotency_key, payload_hash, amount, currency, transaction_type, status, business_date,
      branch_id, created_by, processed_at, actor, cause_type, cause_id, workstation, build, value_date)
    VALUES ('LONG-' || gen_random_uuid(), gen_random_uuid(), '', $1::int * 0.01, $2::text, 'TRANSFER', 'COMPLETED', current_date, $3::uuid,
      $4::uuid, now(), 'PERSON', 'INTENT', gen_random_uuid(), 'test', 'test', current_date) RETURNING id),
  side AS (
    SELECT a.id AS account_id, CASE a.account_type WHEN 'VAULT' THEN 'DEBIT' ELSE 'CREDIT' END::entry_side AS side, b.entry_count, b.ledger_balance
    FROM accounts a JOIN balances b ON b.account_id = a.id
    WHERE a.branch_id = $3::uuid AND a.account_type IN ('VAULT', 'SUSPENSE') AND a.currency = $2::text),
  written AS (
    INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor)
    SELECT made.id, account_id, side, 0.01, entry_count + n, ledger_balance + n * 0.01, current_date, current_date, 'PERSON' FROM made, side, generate_series(1, $1::int) AS n)
  UPDATE balances b SET ledger_balance = b.ledger_balance + $1::int * 0.01, available_balance = b.available_balance + $1::int * 0.01,
    entry_count = b.entry_count + $1::int FROM side WHERE side.account_id = b.account_id`
