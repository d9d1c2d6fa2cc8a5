import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urlOf } from '../../electron/db/connection.ts'
import { unseal } from '../../electron/crypto.ts'
import { unwrapVaultKey } from '../../electron/services/sessions/key-ring.ts'
import { type DemoReport, loadDemo } from '../../tools/demo/load.ts'
import { openTarget } from '../../tools/demo/target.ts'
import { booksFaults } from '../support/branch.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { only } from '../support/queries.ts'
import { signInByPassword } from '../support/users.ts'

const OPTIONS = { customers: 200, postings: 1500, seed: 7 }

let database: TestDatabase
let report: DemoReport

beforeAll(async () => {
  database = await createTestDatabase()
  report = await loadDemo(database.admin, OPTIONS, () => {}, new AbortController().signal)
})
afterAll(() => database.drop())

const open = (url: string, data: string | null = null) =>
  openTarget(data, { COREX_DATABASE_URL: url }, MIGRATIONS, () => {})

const count = async (from: string) =>
  only((await database.superuser.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`)).rows).n

test('the books of the demonstration balance, and no account, till or vault was ever below zero', async () => {
  expect(await booksFaults(database)).toEqual([])
  expect(await count(`entries e JOIN accounts a ON a.id = e.account_id WHERE e.balance_after < 0`)).toBe(0)
  expect(
    await count(`balances b JOIN accounts a ON a.id = b.account_id WHERE a.till_id IS NOT NULL
    AND b.ledger_balance <> 0`),
  ).toBe(0)
  expect(await count('customers')).toBe(OPTIONS.customers)
  expect(await count('transactions')).toBeGreaterThan(OPTIONS.postings)
})

test('every posting is one that the rules allow, through the channel that its accounts call for', async () => {
  expect(
    await count(`transactions t JOIN accounts d ON d.id = t.from_account_id JOIN accounts c ON c.id = t.to_account_id
      JOIN users u ON u.id = t.created_by
      WHERE NOT EXISTS (SELECT FROM posting_rules r WHERE r.transaction_type = t.transaction_type
        AND r.debit_type = d.account_type AND r.credit_type = c.account_type AND r.role = u.role)`),
  ).toBe(0)
  expect(await count('business_days WHERE closed_at IS NULL')).toBe(1)
  expect(await count('till_sessions WHERE closed_at IS NULL')).toBe(0)
})

test('customers are marked as made up, can be called, and have the status that their documents give them', async () => {
  const { rows } = await database.superuser.query<{ email: string | null; phone: string }>(
    'SELECT email, phone FROM customers',
  )
  expect(rows.filter(({ email }) => email !== null && !email.endsWith('@example.com'))).toEqual([])
  expect(rows.filter(({ phone }) => !isValidPhoneNumber(phone))).toEqual([])
  expect(await count(`users WHERE email NOT LIKE '%@example.com'`)).toBe(0)
  const { rows: wrong } = await database.superuser.query(`
    SELECT c.customer_number, c.kyc_status FROM customers c LEFT JOIN kyc_documents d ON d.customer_id = c.id GROUP BY c.id
    HAVING c.kyc_status <> CASE
      WHEN bool_or(d.status = 'APPROVED' AND d.document_type IN ('NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE'))
       AND bool_or(d.status = 'APPROVED' AND d.document_type IN ('UTILITY_BILL', 'BANK_STATEMENT')) THEN 'APPROVED'
      WHEN bool_or(d.status = 'REJECTED') AND NOT bool_or(d.status = 'PENDING') THEN 'REJECTED'
      ELSE 'PENDING' END::kyc_status`)
  expect(wrong).toEqual([])
  expect(await count(`kyc_documents WHERE status = 'PENDING'`)).toBe(8)
})

test('the audit says that the data is made up, and every trigger is on again', async () => {
  expect(await count(`audit_logs WHERE action = 'DEMO_LOADED' AND details ->> 'note' LIKE 'Made up%'`)).toBe(
    7 + (await count('business_days WHERE closed_at IS NOT NULL')), // of postings each day has its own
  )
  expect(await count(`pg_trigger WHERE tgenabled = 'D'`)).toBe(0)
})

test('staff sign in with the passwords that were shown, and open every document with the key behind them', async () => {
  const login = report.staff.find(({ role }) => role === 'SUPERVISOR')
  const session = only(await signInByPassword(database.pool(), login?.username, login?.password))
  expect(session.must_change_password).toBe(false)
  const { key } = await unwrapVaultKey(session.wrapped_key, login?.password ?? '')
  const files = await database.superuser.query<{ wrapped_key: Buffer; content: Buffer; byte_size: number }>(
    `SELECT k.wrapped_key, f.content, f.byte_size FROM kyc_documents d JOIN kyc_files f ON f.id = d.file_id JOIN kyc_file_keys k USING (file_id)`,
  )
  expect(files.rows.length).toBeGreaterThan(300)
  const pictures = files.rows.map((file) => unseal(file.content, unseal(file.wrapped_key, key)))
  expect(pictures.every((picture) => picture.subarray(1, 4).toString() === 'PNG')).toBe(true)
  expect(pictures.map((picture) => picture.length)).toEqual(files.rows.map((file) => file.byte_size))
})

test('a database with a branch is refused, and so is a workstation login', async () => {
  expect(await open(urlOf(database.admin))).toMatchObject({
    ok: false,
    error: { details: { reason: expect.stringMatching(/already has a branch/) } },
  })
  expect(await open(urlOf(database.workstation(1)))).toMatchObject({
    ok: false,
    error: { details: { reason: expect.stringMatching(/needs an administrator/) } },
  })
  expect(await open(urlOf(database.admin), 'folder')).toMatchObject({
    ok: false,
    error: { details: { reason: expect.stringMatching(/only one of them/) } },
  })
  await expect(
    loadDemo(database.admin, OPTIONS, () => {}, new AbortController().signal),
  ).rejects.toMatchObject({ constraint: 'ALREADY_SET_UP' })
})

test('a database that a workstation is using is refused', async () => {
  await using other = await createTestDatabase()
  const working = await other.pool().connect()
  try {
    const refused = await openTarget(null, { COREX_DATABASE_URL: urlOf(other.admin) }, MIGRATIONS, () => {})
    expect(refused).toMatchObject({
      ok: false,
      error: { details: { reason: expect.stringMatching(/workstation is connected/) } },
    })
  } finally {
    working.release()
  }
})

test('cancelled half way, it leaves the database as empty as it was', async () => {
  await using other = await createTestDatabase()
  const cancelling = new AbortController()
  const tell = (what: string) => {
    if (what === 'Days of postings') cancelling.abort()
  }
  await expect(loadDemo(other.admin, OPTIONS, tell, cancelling.signal)).rejects.toMatchObject({
    name: 'AbortError',
  })
  const { rows } = await other.superuser.query(
    'SELECT FROM users UNION ALL SELECT FROM customers UNION ALL SELECT FROM audit_logs',
  )
  expect(rows).toEqual([])
})

test('a day of ordinary work needs at most two approvals: four eyes are no habit of clicking', async () => {
  // What people post at the counter on each day, by the limits that a new bank has; of the tills, cash is counted by two and nothing is approved.
  const { rows } = await database.superuser.query<{ date: string; n: number }>(`
    WITH posted AS (
      SELECT t.id, t.business_date, t.transaction_type, t.amount, t.currency, t.created_by, u.role,
        sum(t.amount) OVER (PARTITION BY t.created_by, t.transaction_type, t.business_date ORDER BY t.created_at, t.id) AS of_person
      FROM transactions t JOIN users u ON u.id = t.created_by
      WHERE EXISTS (SELECT FROM entries e JOIN accounts a ON a.id = e.account_id WHERE e.transaction_id = t.id AND a.customer_id IS NOT NULL)),
    on_account AS (
      SELECT p.id, max(day.total) AS most FROM posted p JOIN entries e ON e.transaction_id = p.id
        JOIN accounts a ON a.id = e.account_id AND a.customer_id IS NOT NULL
        CROSS JOIN LATERAL (SELECT sum(o.amount) AS total FROM entries o JOIN transactions t ON t.id = o.transaction_id
          WHERE o.account_id = e.account_id AND t.business_date = p.business_date AND t.transaction_type = p.transaction_type) AS day
      GROUP BY p.id)
    SELECT p.business_date::text AS date, count(*) FILTER (WHERE p.amount > l.per_posting OR p.of_person > l.per_person_day
      OR o.most > l.per_account_day OR l.id IS NULL)::int AS n
    FROM posted p JOIN on_account o ON o.id = p.id
      CROSS JOIN LATERAL limit_in_force((SELECT id FROM branches), p.role, p.transaction_type, p.currency, p.business_date) AS l
    GROUP BY 1`)
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter(({ n }) => n > 2)).toEqual([])
  expect(await count('approvals')).toBeLessThanOrEqual(2)
})
