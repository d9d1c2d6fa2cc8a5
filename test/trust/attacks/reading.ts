import { previewSql } from '../../support/posting-functions.ts'
import { type Actor, ACTORS, type Attack, denied, forbidden, nothing, refused } from '../attack.ts'

/** Read by functions alone: nobody has a privilege on them. */
const BY_FUNCTION = ['accounts', 'balances', 'transactions', 'entries', 'audit_logs'] as const

/** The functions that read accounts and postings, each on one that exists. */
const READERS = [
  `find_account('4017220912')`,
  `list_accounts('{ana}')`,
  `read_statement('{savings}', NULL, 50, NULL, NULL, NULL)`,
  `export_statement('{savings}', 'CSV', NULL, NULL, 10)`,
  `read_passbook('{savings}')`,
  `read_posting('{posted}')`,
  `export_posting('{posted}')`,
  `preview_posting('{posted}')`,
  `preview_statement('{savings}', NULL, NULL, 10)`,
  `preview_day_proof('2026-11-27')`,
  `find_posting('T261123-000001')`,
] as const

/** Tables that are read by column. */
const BY_COLUMN = ['users', 'till_sessions']
const readAll = (table: string) => `SELECT ${BY_COLUMN.includes(table) ? 'id' : '*'} FROM ${table}`

/** Nobody is told by name: no rows would pass for an answer. */
const toldNobodyIsSignedIn = (tables: readonly string[]) =>
  tables.map((table): Attack => ({
    name: `read ${table}`,
    as: 'nobody',
    sql: readAll(table),
    expect: refused('NOT_SIGNED_IN'),
  }))

const seesNothing = (as: Actor, tables: readonly string[]) =>
  tables.map((table): Attack => ({
    name: `read ${table}`,
    as,
    sql: readAll(table),
    expect: nothing,
  }))

/** Reading what is not for this person: no rows, or no privilege where nobody has one. */
export const reading: readonly Attack[] = [
  ...toldNobodyIsSignedIn(['users', 'branches', 'tills', 'till_sessions', 'business_days']),
  ...toldNobodyIsSignedIn(['account_kinds', 'posting_rules']),
  ...seesNothing('apiUser', ['tills']),
  ...ACTORS.flatMap((as) =>
    BY_FUNCTION.flatMap((table) =>
      [`SELECT * FROM ${table}`, `SELECT FROM ${table} FOR UPDATE`, `SELECT count(*) FROM ${table}`].map(
        (sql): Attack => ({ name: sql, as, sql, expect: denied(`table ${table}`) }),
      ),
    ),
  ),
  ...READERS.flatMap((call) =>
    (['nobody', 'admin', 'apiUser'] as const).map((as): Attack => ({
      name: `read by ${call}`,
      as,
      sql: `SELECT * FROM ${call}`,
      expect: refused(as === 'nobody' ? 'NOT_SIGNED_IN' : 'FORBIDDEN'),
    })),
  ),
  ...(['nobody', 'teller', 'supervisor', 'apiUser'] as const).map((as): Attack => ({
    name: 'read the audit log',
    as,
    sql: 'SELECT * FROM read_audit(NULL, NULL, NULL, NULL, NULL, NULL, NULL, 200)',
    expect: refused(as === 'nobody' ? 'NOT_SIGNED_IN' : 'FORBIDDEN'),
  })),
  {
    name: 'read customers in what the audit log recorded',
    as: 'admin',
    sql: `SELECT * FROM read_audit(NULL, NULL, NULL, NULL, NULL, NULL, NULL, 200) WHERE details::text LIKE '%Eriksson%'
      OR names::text LIKE '%Eriksson%' OR record LIKE '%Eriksson%'`,
    expect: nothing,
  },
  {
    name: 'read an account from an old snapshot',
    as: 'teller',
    sql: ['BEGIN ISOLATION LEVEL REPEATABLE READ', `SELECT * FROM list_accounts('{ana}')`],
    expect: refused('WRONG_ISOLATION'),
  },
  {
    name: 'look at a statement where nothing is written down',
    as: 'teller',
    sql: ['BEGIN READ ONLY', `SELECT read_statement('{savings}', NULL, 50, NULL, NULL, NULL)`],
    expect: { sqlstate: '25006' },
  },
  ...ACTORS.flatMap((as) =>
    [
      'customers',
      'kyc_documents',
      'kyc_files',
      'kyc_pages',
      'kyc_readings',
      'document_views',
      'kyc_claims',
      'kyc_policies',
      'kyc_standing',
      'kyc_reviews',
      'retention_rules',
      'document_deletions',
      'legal_holds',
      'passbooks',
      'passbook_prints',
      'passbook_layouts',
      'archive_pieces',
      'audit_logs_archive',
      'archive_seals',
      'archive_events',
      'risk_factors',
      'kyc_requests',
      'sessions',
      'user_keys',
      'kysely_migration',
      'kysely_migration_lock',
      'migration_hashes',
      'schema_serves',
    ].map((table): Attack => ({
      name: `read ${table}`,
      as,
      sql: `SELECT * FROM ${table}`,
      expect: denied(`table ${table}`),
    })),
  ),
  ...ACTORS.map((as): Attack => ({
    name: 'read whole_audit_log',
    as,
    sql: 'SELECT * FROM whole_audit_log',
    expect: denied('view whole_audit_log'),
  })),
  ...ACTORS.map((as): Attack => ({
    name: 'read password hashes',
    as,
    sql: 'SELECT password_hash FROM users',
    expect: denied('table users'),
  })),
  {
    name: 'read hashes through a whole row',
    as: 'admin',
    sql: 'SELECT to_jsonb(u) FROM users u',
    expect: denied('table users'),
  },
  {
    name: 'read hashes through XML',
    as: 'admin',
    sql: `SELECT table_to_xml('corex.users', true, false, '')`,
    expect: denied('table users'),
  },
  {
    name: 'order by the hash',
    as: 'admin',
    sql: 'SELECT id FROM users ORDER BY password_hash',
    expect: denied('table users'),
  },
  { name: 'TABLE users', as: 'admin', sql: 'TABLE users', expect: denied('table users') },
  {
    name: 'copy the hashes out',
    as: 'admin',
    sql: 'COPY users TO STDOUT',
    expect: denied('table users'),
  },
  {
    name: 'read a partition of the audit log past its parent',
    as: 'auditor',
    sql: `SELECT * FROM {auditPartition}`,
    expect: denied('table {auditPartition}'),
  },
  {
    name: 'read past the policies',
    as: 'nobody',
    sql: ['SET row_security = off', 'SELECT * FROM branches'],
    expect: { sqlstate: '42501', message: 'would be affected by row-level security' },
  },
  {
    name: 'make a function in WHERE tell of hidden rows',
    as: 'nobody',
    sql: `SELECT id FROM branches WHERE (name || '!')::int = 1`,
    expect: refused('NOT_SIGNED_IN'),
  },
  {
    name: 'make a division in WHERE tell of hidden rows',
    as: 'admin',
    sql: 'SELECT account_id FROM balances WHERE 1 / (ledger_balance - ledger_balance) = 1',
    expect: denied('table balances'),
  },
  {
    name: 'read statistics of hidden columns',
    as: 'nobody',
    sql: `SELECT most_common_vals FROM pg_stats WHERE schemaname = 'corex' AND tablename IN ('customers', 'users', 'sessions')`,
    expect: nothing,
  },
  {
    name: 'read raw statistics',
    as: 'admin',
    sql: 'SELECT stavalues1 FROM pg_statistic',
    expect: denied('table pg_statistic'),
  },
  ...['customers', 'branches', 'users'].map((table): Attack => ({
    name: `stop others by locking rows of ${table}`,
    as: 'supervisor',
    sql: `SELECT id FROM ${table} FOR UPDATE`,
    expect: denied(`table ${table}`),
  })),
  {
    name: 'search customers with no session',
    as: 'nobody',
    sql: `SELECT * FROM search_customers('Ana')`,
    expect: refused('NOT_SIGNED_IN'),
  },
  {
    name: 'search customers as an administrator',
    as: 'admin',
    sql: `SELECT * FROM search_customers('Ana')`,
    expect: refused('FORBIDDEN'),
  },
  {
    name: 'search customers as a program',
    as: 'apiUser',
    sql: `SELECT * FROM search_customers('Ana')`,
    expect: refused('FORBIDDEN'),
  },
  {
    name: 'look for duplicates with no session',
    as: 'nobody',
    sql: `SELECT * FROM find_duplicate_customers('Ana', 'Eriksson', '1974-08-12', NULL, NULL)`,
    expect: refused('NOT_SIGNED_IN'),
  },
  {
    name: 'look for duplicates as an auditor',
    as: 'auditor',
    sql: `SELECT * FROM find_duplicate_customers('Ana', 'Eriksson', '1974-08-12', NULL, NULL)`,
    expect: refused('FORBIDDEN'),
  },
  ...(['nobody', 'admin', 'apiUser'] as const).map((as): Attack => ({
    name: 'open a customer',
    as,
    sql: `SELECT read_customer('{ana}')`,
    expect: refused(as === 'nobody' ? 'NOT_SIGNED_IN' : 'FORBIDDEN'),
  })),
  {
    name: 'open a customer where no look can be recorded',
    as: 'teller',
    sql: ['BEGIN READ ONLY', `SELECT read_customer('{ana}')`],
    expect: { sqlstate: '25006' },
  },
  {
    name: 'open a customer from an old snapshot',
    as: 'teller',
    sql: ['BEGIN ISOLATION LEVEL REPEATABLE READ', `SELECT read_customer('{ana}')`],
    expect: refused('WRONG_ISOLATION'),
  },
  {
    name: 'check the books with no session',
    as: 'nobody',
    sql: 'SELECT * FROM check_books()',
    expect: refused('NOT_SIGNED_IN'),
  },
  {
    name: 'check the books as a teller',
    as: 'teller',
    sql: 'SELECT * FROM check_books()',
    expect: refused('FORBIDDEN'),
  },
  {
    name: 'preview a balance with no session',
    as: 'nobody',
    sql: previewSql('{cash0}', '{savings}'),
    expect: refused('NOT_SIGNED_IN'),
  },
  {
    name: 'preview a balance as an auditor',
    as: 'auditor',
    sql: previewSql('{cash0}', '{savings}'),
    expect: refused('FORBIDDEN'),
  },
  ...['pg_authid', 'pg_shadow', 'pg_user_mapping', 'pg_hba_file_rules', 'pg_largeobject'].map(
    (catalogue): Attack => ({
      name: `read ${catalogue}`,
      as: 'admin',
      sql: `SELECT * FROM ${catalogue}`,
      expect: denied(
        catalogue === 'pg_shadow' || catalogue === 'pg_hba_file_rules'
          ? `view ${catalogue}`
          : `table ${catalogue}`,
      ),
    }),
  ),
  {
    name: 'ask where the data are',
    as: 'admin',
    sql: `SELECT current_setting('data_directory')`,
    expect: forbidden('permission denied to examine "data_directory"'),
  },
]
