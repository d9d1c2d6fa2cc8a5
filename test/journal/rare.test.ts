import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallInput, CallOutput } from '../../shared/contract.ts'
import type { StaffName } from '../support/branch.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { rowsRead } from '../support/rows-read.ts'
import { workplaceForFile } from '../support/test-file.ts'

// What somebody looks for may be rare, or not be there at all. However many postings there are, a page reads a bounded number of them.

const POSTINGS = 12_000
/** As migrations/code/common/look-at-most.sql has it. */
const LOOKED_AT = 3_000
/** A page that an index answers reads what it shows, and what it needs to know about who asks. */
const LITTLE = 200

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
type Page = CallOutput<'journal.list'>
type Find = Partial<CallInput<'journal.list'>>

beforeAll(async () => {
  await openNewCustomersAccount(branch, { balance: '12.50' })
  // Copies of one deposit, the first day's of which is large: as the ledger would have them, without its entries.
  await superuser.query(`
    ALTER TABLE transactions DISABLE TRIGGER ALL;
    INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount, currency,
        transaction_type, status, business_date, branch_id, created_by, created_at, processed_at, actor, cause_type, cause_id, workstation,
        build, value_date)
      SELECT uuidv7(), 'T200101-' || lpad(n::text, 6, '0'), gen_random_uuid(), payload_hash, from_account_id, to_account_id,
        CASE n WHEN 1 THEN 999999 ELSE 10 END, currency, 'DEPOSIT', 'COMPLETED', date '2020-01-01' + n / 50, branch_id, created_by,
        created_at, processed_at, actor, cause_type, cause_id, workstation, build, value_date
      FROM (SELECT * FROM transactions WHERE transaction_type = 'DEPOSIT' LIMIT 1) AS t, generate_series(1, ${POSTINGS}) AS n;
    ALTER TABLE transactions ENABLE TRIGGER ALL;
    ANALYZE transactions`)
})
afterAll(() =>
  superuser.query(`
    ALTER TABLE transactions DISABLE TRIGGER ALL;
    DELETE FROM transactions WHERE starts_with(transaction_id, 'T200101-');
    ALTER TABLE transactions ENABLE TRIGGER ALL`),
)

const readBy = (who: StaffName, sql: string, values: readonly unknown[]) =>
  rowsRead(branch.pool(who), 'transactions', sql, values)
const readOf = (who: StaffName, find: Find) =>
  readBy(who, 'SELECT read_journal($1::jsonb, NULL, 50)', [JSON.stringify(find)])

const RARE: readonly Find[] = [
  { type: 'FEE' },
  { type: 'INTEREST', least: '5' },
  { status: 'PENDING' },
  { status: 'FAILED', type: 'DEPOSIT' },
  { actor: 'JOB' },
  { actor: 'RECOVERY', from: '2020-01-01' },
  { person: 'nobody of that name' },
  { reference: 'T200101-999999' },
  { to: '2019-12-31' },
]

test.each(RARE)(
  'a kind of posting that hardly anybody makes is found without reading the others: %j',
  async (find) => {
    for (const who of ['supervisor', 'auditor', 'teller'] as const)
      expect(await readOf(who, find), who).toBeLessThan(LITTLE)
  },
)

const UNFOUND: readonly Find[] = [
  { least: '888888', from: '2020-02-01' },
  { type: 'WITHDRAWAL' },
  { type: 'TRANSFER', most: '0.01' },
]

test.each(UNFOUND)('a page that finds nothing looks at a bounded number of postings: %j', async (find) => {
  for (const who of ['supervisor', 'auditor', 'supervisor2'] as const)
    expect(await readOf(who, find), who).toBeLessThan(2 * LOOKED_AT + LITTLE)
  const total = await readBy('supervisor', 'SELECT journal_totals($1::jsonb, 1000)', [JSON.stringify(find)])
  expect(total).toBeLessThan(2 * 2000 + LITTLE)
})

test('the pages that follow a short one find the rest, each posting once', async () => {
  const found: string[] = []
  const pages: number[] = []
  for (let before: string | null = null, more = true; more;) {
    const page: Page = await workplace
      .as('supervisor')
      .call('journal.list', { least: '888888', before, limit: 50 })
    found.push(...page.rows.map(({ amount }) => amount))
    pages.push(page.rows.length)
    before = page.next
    more = before !== null
  }
  expect(found).toEqual(['999999.00'])
  expect(pages.length).toBeGreaterThan(POSTINGS / LOOKED_AT - 1)
  expect(await workplace.call('journal.total', { least: '888888', from: '2020-12-01' })).toMatchObject({
    count: 0,
    sums: [],
  })
})

test('the list of days counts postings without reading those of closed days', async () => {
  expect(await readBy('supervisor', 'SELECT * FROM list_branch_days(NULL, 50)', [])).toBeLessThan(LITTLE)
})
