import { changeContactSql, insertCustomerSql, registerCustomerSql } from '../../support/customers.ts'
import { ACTORS, type Attack, denied, notOwner, violates, refused } from '../attack.ts'

/** Tables that only functions write, and a column to change in each. */
const GUARDED: Readonly<Record<string, string>> = {
  customers: 'phone',
  accounts: 'status',
  balances: 'ledger_balance',
  transactions: 'amount',
  entries: 'amount',
  audit_logs: 'action',
  audit_logs_archive: 'action',
  kyc_documents: 'status',
  kyc_files: 'content',
  kyc_pages: 'side',
  kyc_readings: 'content',
  kyc_file_keys: 'wrapped_key',
  vault_generations: 'sealed_key',
  recovery_sheets: 'wrapped_key',
  document_views: 'shown_at',
  kyc_claims: 'user_id',
  kyc_policies: 'expired_blocks',
  kyc_standing: 'risk',
  kyc_reviews: 'next_due',
  retention_rules: 'years',
  document_deletions: 'deleted_on',
  legal_holds: 'released_at',
  risk_factors: 'risk',
  kyc_requests: 'ended_at',
  sessions: 'expires_at',
  users: 'role',
  user_keys: 'wrapped_key',
  posting_rules: 'role',
  reversal_limits: 'per_day',
  reversal_reasons: 'name',
  business_days: 'business_date',
  day_withdrawals: 'decided_by',
  till_sessions: 'counted',
  tills: 'name',
  branches: 'name',
  currencies: 'minor_units',
  acting: 'actor',
  job_runs: 'status',
  archive_pieces: 'hash',
  archive_seals: 'digest',
  archive_checks: 'good',
  archive_events: 'what',
  holds: 'released_at',
  passbooks: 'printed',
  passbook_prints: 'known_line',
  passbook_layouts: 'pages',
  kysely_migration: 'name',
  migration_hashes: 'hash',
  schema_serves: 'oldest',
}

const everyWayIn = (table: string, column: string) => [
  `INSERT INTO ${table} DEFAULT VALUES`,
  `UPDATE ${table} SET ${column} = NULL`,
  `DELETE FROM ${table}`,
  `TRUNCATE ${table} CASCADE`,
  `COPY ${table} (${column}) FROM STDIN`,
  `MERGE INTO ${table} AS t USING (VALUES (1)) AS v ON true WHEN MATCHED THEN DELETE`,
]

/** One statement that changes many rows: every function that changes something is called once a transaction. */
const inBulk = (
  [
    ['teller', 'register two customers', `${registerCustomerSql()} FROM generate_series(1, 2)`],
    [
      'teller',
      'freeze two accounts',
      `SELECT freeze_account(id::uuid, 'mine') FROM (VALUES ('{savings}'), ('{current}')) AS a (id)`,
    ],
    [
      'teller',
      'close two accounts',
      `SELECT close_account(id::uuid, 'mine') FROM (VALUES ('{loan}'), ('{euros}')) AS a (id)`,
    ],
    [
      'teller',
      'open two accounts',
      `SELECT open_account(gen_random_uuid(), '{ana}', 'SAVINGS', 'USD', 0) FROM generate_series(1, 2)`,
    ],
    [
      'teller',
      'post twice',
      `SELECT post_journal(gen_random_uuid(), 'TRANSFER', debit_or_credit, 'USD', NULL) FROM (VALUES (1), (2)) AS n, LATERAL (SELECT ARRAY[ROW('{savings}', NULL, 'DEBIT', 1), ROW('{current}', NULL, 'CREDIT', 1)]::posting_leg[] AS debit_or_credit) AS legs`,
    ],
    [
      'supervisor',
      'suspend two customers',
      `SELECT set_customer_status(id::uuid, since::timestamptz, 'SUSPENDED', 'mine') FROM (VALUES ('{ana}', '{anaSince}'), ('{pending}', '{pendingSince}')) AS c (id, since)`,
    ],
    [
      'admin',
      'change the branch twice',
      `SELECT change_branch('POINT_COMMA', ARRAY[day, 7]::smallint[]) FROM (VALUES (5), (6)) AS w (day)`,
    ],
    [
      'admin',
      'suspend two users',
      `SELECT set_user_status(id::uuid, 'SUSPENDED') FROM (VALUES ('{teller}'), ('{supervisor}')) AS u (id)`,
    ],
  ] as const
).map(([as, name, sql]): Attack => ({
  name: `${name} by one statement`,
  as,
  sql,
  expect: refused('ONE_CHANGE_A_TRANSACTION'),
}))

/** Writing without the functions. */
export const writing: readonly Attack[] = [
  ...ACTORS.flatMap((as) =>
    Object.entries(GUARDED).flatMap(([table, column]) =>
      everyWayIn(table, column).map((sql): Attack => ({
        name: sql,
        as,
        sql,
        expect: denied(`table ${table}`),
      })),
    ),
  ),
  {
    name: 'rename a verified customer',
    as: 'supervisor',
    sql: `UPDATE customers SET last_name = 'Other' WHERE id = '{ana}'`,
    expect: denied('table customers'),
  },
  {
    name: 'approve a customer by ON CONFLICT',
    as: 'supervisor',
    sql: `${insertCustomerSql({ id: `'{pending}'` })} ON CONFLICT (id) DO UPDATE SET kyc_status = 'APPROVED'`,
    expect: denied('table customers'),
  },
  {
    name: 'approve a customer by MERGE',
    as: 'supervisor',
    sql: `MERGE INTO customers c USING (VALUES ('{pending}'::uuid)) v (id) ON c.id = v.id
          WHEN MATCHED THEN UPDATE SET kyc_status = 'APPROVED'`,
    expect: denied('table customers'),
  },
  {
    name: 'approve a customer by COPY',
    as: 'teller',
    sql: 'COPY customers (first_name, kyc_status) FROM STDIN',
    expect: denied('table customers'),
  },
  ...(['nobody', 'auditor', 'admin', 'apiUser'] as const).flatMap((as): Attack[] => {
    const expect = refused(as === 'nobody' ? 'NOT_SIGNED_IN' : 'FORBIDDEN')
    const change = `SELECT change_contact('{pending}', now(), '{}')`
    return [
      { name: 'register a customer', as, sql: registerCustomerSql(), expect },
      { name: 'change a customer', as, sql: change, expect },
    ]
  }),
  {
    name: 'register over a customer of somebody else',
    as: 'supervisor',
    sql: registerCustomerSql({}, `'{pending}'`),
    expect: refused('KEY_REUSED'),
  },
  {
    name: "learn another's e-mail from a violated key",
    as: 'teller',
    sql: registerCustomerSql({ email: 'per@example.test' }),
    expect: violates('23505', 'customers_email_key'),
  },
  ...inBulk,
  {
    name: 'store an address of a megabyte',
    as: 'teller',
    sql: changeContactSql({ address: 'x'.repeat(1_000_000) }, `'{pending}'`, `'{pendingSince}'`),
    expect: violates('23514', 'customers_address_length'),
  },
  {
    name: "register somebody not born yet, a week ahead on one's own clock",
    as: 'teller',
    sql: [
      `SET timezone = '<A>-167'`,
      `SELECT register_customer(gen_random_uuid(), jsonb_build_object('first_name', 'A', 'last_name', 'B', 'date_of_birth', current_date))`,
    ],
    expect: refused('BIRTH_IN_FUTURE'),
  },
  ...['entries', 'balances', 'audit_logs', 'users', 'sessions', 'customers', 'kyc_documents'].flatMap(
    (table): Attack[] => [
      {
        name: `disable the triggers of ${table}`,
        as: 'admin',
        sql: `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
        expect: notOwner(`table ${table}`),
      },
      {
        name: `lift row security from ${table}`,
        as: 'admin',
        sql: `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`,
        expect: notOwner(`table ${table}`),
      },
      {
        name: `open a policy on ${table}`,
        as: 'admin',
        sql: `CREATE POLICY mine ON ${table} USING (true)`,
        expect: notOwner(`table ${table}`),
      },
      {
        name: `DROP TABLE ${table}`,
        as: 'admin',
        sql: `DROP TABLE ${table}`,
        expect: notOwner(`table ${table}`),
      },
    ],
  ),
  {
    name: 'drop a trigger',
    as: 'admin',
    sql: 'DROP TRIGGER no_change ON entries',
    expect: notOwner('relation entries'),
  },
  {
    name: 'drop a constraint',
    as: 'admin',
    sql: 'ALTER TABLE kyc_documents DROP CONSTRAINT kyc_documents_four_eyes',
    expect: notOwner('table kyc_documents'),
  },
  {
    name: 'detach the audit of a month',
    as: 'admin',
    sql: 'ALTER TABLE audit_logs DETACH PARTITION {auditPartition}',
    expect: notOwner('table audit_logs'),
  },
  {
    name: 'write into the audit of a month',
    as: 'auditor',
    sql: 'INSERT INTO {auditPartition} DEFAULT VALUES',
    expect: denied('table {auditPartition}'),
  },
  {
    name: 'empty the audit of a month',
    as: 'auditor',
    sql: 'TRUNCATE {auditPartition}',
    expect: denied('table {auditPartition}'),
  },
  {
    name: 'delete from the audit of a month',
    as: 'admin',
    sql: 'DELETE FROM {auditPartition}',
    expect: denied('table {auditPartition}'),
  },
  {
    name: 'grant oneself a table',
    as: 'admin',
    sql: 'GRANT ALL ON entries TO CURRENT_USER',
    expect: denied('table entries'),
  },
  {
    name: 'act as a replica',
    as: 'admin',
    sql: 'SET session_replication_role = replica',
    expect: { sqlstate: '42501', message: 'session_replication_role' },
  },
]
