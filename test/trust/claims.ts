/** Tables without audit rows of their own, and why; of all others every insertion, change and deletion is on record. */
const UNAUDITED: Readonly<Record<string, string>> = {
  audit_logs: 'is the log',
  audit_logs_archive: 'is the log',
  currencies: 'changed by a release only',
  account_kinds: 'changed by a release only',
  posting_rules: 'changed by a release only',
  reversal_reasons: 'changed by a release only',
  branch_crossings: 'changed by a release only',
  approval_kinds: 'changed by a release only',
  cash_counts: 'COUNTED, without the figure, and STATUS_APPROVED of the approval: counts are blind',
  proposed_passwords: 'PROPOSED and STATUS_APPROVED of the approval; its content is secret',
  sessions: 'SIGN_IN, SIGN_OUT, and what else ends one',
  sign_in_attempts: 'SIGN_IN, SIGN_IN_FAILED, SIGN_IN_LOCKED and the like',
  common_passwords: 'changed by a release only',
  second_factors: 'SECOND_FACTOR_SET and SECOND_FACTOR_RESET; its content is secret',
  recovery_codes: 'SECOND_FACTOR_SET and RECOVERY_CODE_USED; its content is secret',
  enrolment_attempts: 'ENROLMENT_GOOD, ENROLMENT_WRONG and the like',
  enrolment_rules: 'changed by a release only',
  workstation_visits: 'which computer was there when; the sessions on it are on record',
  user_keys: 'PASSWORD_CHANGED and PASSWORD_RESET; its content is secret',
  document_views: 'VIEWED',
  risk_factors: 'changed by a release only',
  kyc_standing: 'follows from documents, policies, ratings and reviews, which are on record',
  kyc_claims: 'CASE_CLAIMED and CASE_RELEASED',
  kyc_pages: 'of a document that is on record, each with a file that is',
  kyc_readings: 'of a document that is on record; its content is secret',
  kyc_file_keys:
    'of files that are on record; their wrapping follows from a change of keys, and their destruction is DESTROYED',
  jobs: 'changed by a release; when each ran follows from its runs, and asking for one is JOB_ASKED',
  job_attempts: 'what a run did is on record, under it as the cause',
  audit_growth: 'counted from the log',
  archive_pieces: 'of a seal, which is on record and covers them',
  archive_checks: 'follow from what is sealed and from the rows',
  server_reports: 'posted by the timer of the server, which is no person',
  acting: 'names the actor of the rows that are',
  balances: 'follow from a posting, which is on record',
  entries: 'follow from a posting, which is on record',
  person_sums: 'follow from postings, which are on record',
  account_sums: 'follow from postings, which are on record',
  posting_presenters: 'of a posting, which is on record, and never changed',
  presenter_links: 'follow from customers and their documents, which are on record',
  cash_sums: 'follow from postings, which are on record',
  day_seals: 'follow from the closing of a day, which is on record',
  book_check_progress: 'follows from a check, which is on record',
  book_check_faults: 'found by a check, which is on record',
  latin_letters: 'changed by a release only',
  screening_entities: 'of a list whose hash is on record',
  screening_names: 'of a list whose hash is on record',
  screening_words: 'follow from listed names',
  screening_word_keys: 'follow from listed names',
  screening_places: 'follow from listed names',
  screening_near: 'follow from listed names and those of customers',
  screening_compared: 'follow from the names of customers',
  screening_runs: 'follow from an import, which is on record',
  name_parts: 'follow from the names of customers, which are on record',
  day_totals: 'follow from the entries of a closed day',
  interest_accruals: 'follow from entries and terms, and are posted by a job, which is on record',
  day_job_parts: 'follows from a job, which is on record',
  loan_instalments: 'follow from a loan, which is on record',
  posting_signers: 'of a posting, which is on record',
  payment_lines: 'of a file whose hash is on record, and what is posted of them is',
  monthly_fees: 'follow from terms, and are posted by a job, which is on record',
  kysely_migration: 'of the migrator',
  kysely_migration_lock: 'of the migrator',
  migration_hashes: 'of the migrator',
  schema_serves: 'of the migrator',
}

/** What must hold of the database, each as a query for violations. Run as superuser on any supported server. */
export const CLAIMS: readonly { readonly claim: string; readonly offenders: string }[] = [
  {
    claim: 'nobody but the owner has any grant on customers and their corrections, in whole or by column',
    offenders: `SELECT c.relname, r.role, p.privilege
      FROM pg_class c, PEOPLE, unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS p (privilege)
      WHERE c.relnamespace = 'corex'::regnamespace AND c.relname IN ('customers', 'customer_corrections')
        AND (has_table_privilege(r.role, c.oid, p.privilege)
          OR p.privilege IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(r.role, c.oid, p.privilege))`,
  },
  {
    claim: 'row security is enabled and forced on every table and partition',
    offenders: `SELECT c.relname FROM pg_class c WHERE relnamespace = 'corex'::regnamespace AND relkind IN ('r', 'p')
      AND NOT (relrowsecurity AND relforcerowsecurity)`,
  },
  {
    claim: "a date is taken from the clock in a named time zone, never in the caller's",
    offenders: `SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'corex'::regnamespace AND prosrc ~ '(now|timestamp)\\(\\)'
      AND prosrc ~ '::date|date_trunc' AND prosrc !~ 'AT TIME ZONE' AND NOT coalesce('TimeZone=UTC' = ANY (proconfig), false)`,
  },
  {
    claim: 'nobody but the owner may write a table, in whole or by column',
    offenders: `SELECT c.relname, r.role, p.privilege
      FROM pg_class c, PEOPLE, unnest('{INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS p (privilege)
      WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind IN ('r', 'p')
        AND (has_table_privilege(r.role, c.oid, p.privilege)
          OR p.privilege IN ('INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(r.role, c.oid, p.privilege))`,
  },
  {
    claim: 'accounts, balances and the ledger are read by functions alone',
    offenders: `SELECT c.relname, r.role FROM pg_class c, PEOPLE
      WHERE c.relnamespace = 'corex'::regnamespace AND c.relname IN ('accounts', 'balances', 'transactions', 'entries')
        AND has_any_column_privilege(r.role, c.oid, 'SELECT')`,
  },
  {
    claim: 'documents, their files and who looked at them are read by functions alone',
    offenders: `SELECT c.relname, r.role FROM pg_class c, PEOPLE
      WHERE c.relnamespace = 'corex'::regnamespace AND c.relname IN ('kyc_documents', 'kyc_files', 'kyc_pages', 'kyc_readings', 'document_views')
        AND has_any_column_privilege(r.role, c.oid, 'SELECT')`,
  },
  {
    claim: 'every change of every row that people change is in the audit log',
    offenders: `SELECT c.relname FROM pg_class c, LATERAL (SELECT CASE c.relname WHEN 'kyc_files' THEN 4 ELSE 28 END) AS e (events)
      WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL ('{UNAUDITED}')
        -- New postings are recorded by a trigger of the whole statement, which is given every row of it.
        AND (c.relname <> 'transactions' OR NOT EXISTS (SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = c.oid
          AND p.proname = 'audit_postings' AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL AND t.tgtype = 4 AND t.tgnewtable = 'written'))
        AND NOT EXISTS (SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = c.oid AND p.proname IN ('audit_row', 'audit_file')
          AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL AND t.tgattr::text = '' AND t.tgtype & 3 = 1 AND t.tgtype & e.events = e.events)
      UNION ALL SELECT c.relname FROM pg_class c WHERE c.oid = 'corex.transactions'::regclass
        AND NOT EXISTS (SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = c.oid AND p.proname = 'audit_posting'
          AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL AND t.tgattr::text = '' AND t.tgtype & 3 = 1 AND t.tgtype & 24 = 24)`,
  },
  {
    claim: 'sessions, keys, hashes, the audit partitions and the migration tables are read by nobody',
    offenders: `SELECT c.relname, a.attname, r.role FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0, PEOPLE
      WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind IN ('r', 'p')
        AND (c.relname IN ('sessions', 'sign_in_attempts', 'workstations', 'workstation_visits', 'enrolment_codes', 'enrolment_attempts', 'user_keys', 'second_factors', 'recovery_codes', 'proposed_passwords', 'vault_generations', 'kyc_file_keys', 'recovery_sheets', 'cash_counts', 'kysely_migration', 'kysely_migration_lock', 'migration_hashes', 'schema_serves') OR c.relispartition
          OR (c.relname, a.attname) = ('users', 'password_hash'))
        AND has_column_privilege(r.role, c.oid, a.attnum, 'SELECT')`,
  },
  {
    claim: 'every column of text refuses control characters, and every date is one of the calendar',
    offenders: `SELECT c.table_name, c.column_name FROM information_schema.columns c
      JOIN pg_class t ON t.relname = c.table_name AND t.relnamespace = 'corex'::regnamespace
      WHERE c.table_schema = 'corex' AND t.relkind IN ('r', 'p') AND NOT t.relispartition AND c.is_generated = 'NEVER'
        AND c.data_type IN ('character varying', 'text', 'date') AND c.table_name !~ 'migration|audit_logs'
        -- Of postings by a trigger of each row, and of entries by the one that adds them up: test/postings/sound-rows.test.ts.
        AND NOT EXISTS (SELECT FROM pg_trigger g JOIN pg_proc p ON p.oid = g.tgfoid WHERE g.tgrelid = t.oid AND g.tgenabled = 'A'
          AND g.tgqual IS NULL AND g.tgattr::text = '' AND (p.proname, g.tgtype, c.table_name) IN
            (('guard_transaction', 23, 'transactions'), ('check_entries_balance', 4, 'entries')))
        -- What every posting changes, by the rule of its type: docs/decisions/0036.
        AND NOT EXISTS (SELECT FROM pg_constraint k JOIN pg_type d ON d.oid = k.contypid WHERE d.typname = c.domain_name
          AND k.conname = c.domain_name || CASE c.data_type WHEN 'date' THEN '_calendar' ELSE '_printable' END)
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'c'
          AND k.conname = c.table_name || '_' || c.column_name || CASE c.data_type WHEN 'date' THEN '_calendar' ELSE '_printable' END)`,
  },
  {
    claim: 'PUBLIC has nothing in the schema, not even by default',
    offenders: `SELECT relname::text AS name FROM pg_class, aclexplode(relacl) AS a WHERE relnamespace = 'corex'::regnamespace AND a.grantee = 0
      UNION ALL SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace IN ('corex'::regnamespace)
        AND has_function_privilege('public', oid, 'EXECUTE')
      UNION ALL SELECT nspname FROM pg_namespace, aclexplode(nspacl) AS a
        WHERE nspname IN ('corex', 'ext', 'public') AND a.grantee = 0`,
  },
  {
    claim: 'nobody uses a sequence directly',
    offenders: `SELECT c.relname, r.role FROM pg_class c, PEOPLE WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind = 'S'
      AND has_sequence_privilege(r.role, c.oid, 'USAGE,SELECT,UPDATE')`,
  },
  {
    claim: 'every function pins its search path, the catalogue first and temporary tables last',
    offenders: `SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'corex'::regnamespace
      AND NOT coalesce(proconfig @> ARRAY['search_path=pg_catalog, corex, ext, pg_temp'], false)`,
  },
  {
    claim: "no caller of a function that runs with the owner's rights sees the plans of its statements",
    offenders: `SELECT oid::regprocedure FROM pg_proc, PEOPLE WHERE pronamespace = 'corex'::regnamespace AND prosecdef
      AND has_function_privilege(r.role, oid, 'EXECUTE') AND NOT coalesce('debug_print_plan=off' = ANY (proconfig), false)`,
  },
  {
    claim: 'everything belongs to corex_owner',
    offenders: `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'corex'::regnamespace AND relowner <> 'corex_owner'::regrole
      UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'corex'::regnamespace AND proowner <> 'corex_owner'::regrole
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspname = 'corex' AND nspowner <> 'corex_owner'::regrole`,
  },
  {
    claim: 'nobody can sign in as the owner or as the application role, and neither has an attribute',
    offenders: `SELECT rolname FROM pg_roles WHERE rolname IN ('corex_owner', 'corex_app')
      AND (rolcanlogin OR rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)`,
  },
  {
    claim:
      'nobody is a member of the owner, and workstations are members of the application role only, without passing it on',
    offenders: `SELECT member::regrole, roleid::regrole FROM pg_auth_members
      WHERE roleid = 'corex_owner'::regrole OR (member::regrole::text LIKE 'ws\\_%' AND (roleid <> 'corex_app'::regrole OR admin_option))
        OR member = 'corex_app'::regrole`,
  },
  {
    claim:
      'nobody signs in as the maker of logins, and the redeem login is a member of nothing and has no attribute',
    offenders: `SELECT rolname FROM pg_roles WHERE rolname = 'corex_enroller'
        AND (rolcanlogin OR rolsuper OR rolcreatedb OR rolreplication OR rolbypassrls)
      UNION ALL SELECT rolname FROM pg_roles WHERE rolname = 'corex_redeem'
        AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls OR rolconnlimit <> 8)
      UNION ALL SELECT roleid::regrole::text FROM pg_auth_members WHERE member = 'corex_redeem'::regrole
      UNION ALL SELECT member::regrole::text FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
        WHERE m.roleid = 'corex_enroller'::regrole AND NOT r.rolsuper`,
  },
  {
    claim:
      'logins are made by functions that only the owner calls, that belong to their maker and trust no name of the caller',
    offenders: `SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'corex_logins'::regnamespace
        AND (proowner <> 'corex_enroller'::regrole OR NOT coalesce(proconfig @> ARRAY['search_path=pg_catalog, pg_temp'], false)
          OR EXISTS (SELECT FROM aclexplode(proacl) AS a WHERE a.grantee NOT IN ('corex_owner'::regrole, 'corex_enroller'::regrole)))
      UNION ALL SELECT 'schema' FROM pg_namespace n, aclexplode(n.nspacl) AS a WHERE nspname = 'corex_logins'
        AND a.grantee NOT IN ('corex_owner'::regrole, 'corex_enroller'::regrole, n.nspowner)`,
  },
  {
    claim: 'a workstation has no attribute of its own',
    offenders: `SELECT rolname FROM pg_roles WHERE rolname LIKE 'ws\\_%'
      AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)`,
  },
  {
    claim: 'PUBLIC has nothing on this database and no connection to the others',
    offenders: `SELECT d.datname, a.privilege_type FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) AS a
      WHERE a.grantee = 0 AND (d.datname = current_database() OR d.datname IN ('postgres', 'template1')
        AND a.privilege_type IN ('CONNECT', 'TEMPORARY'))`,
  },
  {
    claim: 'workstations may connect to this database and nothing else with it',
    offenders: `SELECT p FROM unnest('{CREATE,TEMPORARY}'::text[]) AS p WHERE has_database_privilege('corex_app', current_database(), p)
      UNION ALL SELECT 'cannot connect' WHERE NOT has_database_privilege('corex_app', current_database(), 'CONNECT')`,
  },
  {
    claim: 'nobody writes code: no language is open',
    offenders: `SELECT lanname FROM pg_language, PEOPLE WHERE lanpltrusted AND has_language_privilege(r.role, oid, 'USAGE')`,
  },
  {
    claim: 'no login executes a function for the server’s own use, or one that a published hole needs',
    offenders: `SELECT p.oid::regprocedure, r.role FROM pg_proc p, PEOPLE WHERE has_function_privilege(r.role, p.oid, 'EXECUTE')
      AND ('internal'::regtype = ANY (p.proargtypes::oid[]) OR p.oid = 'to_char(timestamptz, text)'::regprocedure
        OR p.proname ~ '^regexp_(match|matches|split_to_table|split_to_array|count|instr|substr)$')`,
  },
  {
    // Those of old releases, which test/db/upgrade.test.ts makes in the same server, get theirs when they are upgraded.
    claim: 'every workstation has limits that it cannot lift',
    offenders: `SELECT rolname FROM pg_roles WHERE rolname LIKE 'ws\\_%' AND rolname NOT LIKE 'ws\\_release%' AND (rolconnlimit NOT BETWEEN 1 AND 20
      OR NOT EXISTS (SELECT FROM unnest(rolconfig) AS setting WHERE setting LIKE 'temp\\_file\\_limit=%'))`,
  },
  {
    claim: 'every view asks with the rights of its reader',
    offenders: `SELECT relname FROM pg_class WHERE relnamespace = 'corex'::regnamespace AND (relkind = 'm'
      OR relkind = 'v' AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false))`,
  },
  {
    claim: 'every table has a comment',
    offenders: `SELECT relname FROM pg_class WHERE relnamespace = 'corex'::regnamespace AND relkind IN ('r', 'p')
      AND coalesce(obj_description(oid, 'pg_class'), '') = ''`,
  },
  {
    // An index serves the deletion of what is referred to: where that is refused, it would only be written.
    claim: 'every foreign key to what may be deleted has an index that begins with its columns',
    offenders: `SELECT k.conrelid::regclass, k.conname FROM pg_constraint k
      WHERE k.contype = 'f' AND k.connamespace = 'corex'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = k.confrelid AND t.tgname = 'no_delete' AND t.tgenabled = 'A')
        AND NOT EXISTS (
        SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indisvalid
          AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
  },
  {
    // The four keys of postings are asked for by triggers that no replica role turns off (docs/decisions/0043).
    claim: 'every foreign key and constraint is validated, and every trigger is on',
    offenders: `SELECT conname FROM pg_constraint WHERE connamespace = 'corex'::regnamespace AND NOT convalidated
        AND NOT (conrelid = 'corex.transactions'::regclass AND conname IN ('transactions_from_account', 'transactions_to_account')
          OR conrelid = 'corex.entries'::regclass AND conname IN ('entries_account_id_fkey', 'entries_transaction_id_fkey'))
      UNION ALL SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'corex'::regnamespace AND tgenabled NOT IN ('O', 'A')`,
  },
  {
    claim: 'every table has a primary key, which is a uuid where it is called id',
    // What a list of names brings is numbered: a million rows of one list refer to each other, and all of them go with its next version.
    offenders: `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind IN ('r', 'p')
      AND c.relname NOT IN ('screening_entities', 'screening_names', 'screening_words', 'screening_places') AND (
      NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)
      OR c.relname NOT LIKE 'kysely%' AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'id' AND a.atttypid <> 'uuid'::regtype))`,
  },
  {
    claim: 'every moment is stored with its time zone',
    offenders: `SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        AND (a.atttypid IN ('timestamp'::regtype, 'time'::regtype) OR a.attname ~ '_at$' AND a.atttypid NOT IN ('timestamptz'::regtype)
          AND (c.relname, a.attname) <> ('kyc_documents', 'expires_at'))`,
  },
  {
    claim: 'no default is the moment at which a transaction began: a client may have left it open for days',
    offenders: `SELECT adrelid::regclass, adnum FROM pg_attrdef JOIN pg_class c ON c.oid = adrelid
      WHERE c.relnamespace = 'corex'::regnamespace AND pg_get_expr(adbin, adrelid) ~* 'now\\(\\)|current_|transaction_timestamp'
        AND pg_get_expr(adbin, adrelid) !~ 'pg_current_xact_id'`,
  },
  {
    claim: 'the audit log is cut by range, without a default, to the end of the second year from now',
    offenders: `SELECT partstrat::text FROM pg_partitioned_table WHERE partrelid = 'corex.audit_logs'::regclass AND (partstrat <> 'r' OR partdefid <> 0)
      UNION ALL SELECT 'month ' || ahead FROM generate_series(0, 24) AS ahead
        WHERE to_regclass('corex.audit_logs_' || to_char(now() AT TIME ZONE 'UTC' + ahead * interval '1 month', 'YYYYMM')) IS NULL`,
  },
  {
    claim: 'what may never change is guarded by triggers that no replica role turns off',
    offenders: `SELECT wanted.relation, wanted.name FROM (VALUES ('audit_logs', 'no_change'), ('audit_logs', 'no_truncate'),
        ('entries', 'no_change'), ('entries', 'no_truncate'), ('entries', 'balanced'),
        ('transactions', 'no_change'), ('transactions', 'no_delete'), ('transactions', 'no_truncate'), ('transactions', 'b_outcome'),
        ('transactions', 'known_accounts'), ('accounts', 'no_delete'), ('accounts', 'no_truncate'), ('accounts', 'no_other_id'),
        ('branches', 'no_delete'), ('branches', 'no_truncate'), ('branches', 'no_other_id')) AS wanted (relation, name)
      WHERE NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = ('corex.' || wanted.relation)::regclass AND t.tgname = wanted.name AND t.tgenabled = 'A')
      UNION ALL SELECT c.relname, g.name FROM pg_class c, unnest('{no_change,no_truncate}'::text[]) AS g (name)
        WHERE c.relispartition AND c.relkind = 'r' AND c.relnamespace = 'corex'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = g.name AND t.tgenabled = 'A')`,
  },
  {
    claim: 'the owner itself may neither change nor delete audit rows and entries',
    offenders: `SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'corex' AND tablename ~ '^(audit_logs|entries)'
      AND cmd IN ('ALL', 'UPDATE', 'DELETE')`,
  },
].map(({ claim, offenders }) => ({
  claim,
  offenders: offenders
    .replace('UNAUDITED', Object.keys(UNAUDITED).join(','))
    .replaceAll(
      'PEOPLE',
      `(SELECT 'public' AS role UNION ALL SELECT rolname FROM pg_roles WHERE rolname IN ('corex_app', 'corex_redeem') OR rolname LIKE 'ws\\_%') AS r`,
    ),
}))
