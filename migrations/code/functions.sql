-- Applied before the functions of code/, and needs no table: takes them from everybody, and drops what code/ no longer has.

SET LOCAL client_min_messages = warning;
-- The order of the functions among themselves does not matter: their bodies are resolved when they are called.
SET LOCAL check_function_bodies = off;
-- Loads pg_trgm: a function with SET pg_trgm.… is refused in a session that has not loaded it.
SELECT ext.similarity('', '');

DO $$
DECLARE
  -- Made by provision-database.sql, not by code/.
  provisioned text[] := '{applied_migrations,schema_on_record,uuidv7}';
  each record;
BEGIN
  FOR each IN SELECT oid::regprocedure AS signature FROM pg_proc
      WHERE pronamespace = 'corex'::regnamespace AND NOT proname = ANY (provisioned) LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM corex_app, corex_redeem', each.signature);
  END LOOP;
END $$;

-- Functions that code/ no longer has, and old signatures of those whose arguments or results changed:
-- CREATE OR REPLACE would leave them: DROP FUNCTION IF EXISTS name(arguments).
-- Postings of exactly two legs, and kinds of accounts as lists in functions: until 0.1.
DROP FUNCTION IF EXISTS post_journal(uuid, transaction_type, uuid, uuid, numeric, text, text);
DROP FUNCTION IF EXISTS preview_journal(transaction_type, uuid, uuid, numeric, text);
DROP FUNCTION IF EXISTS write_posting(identity, text, uuid, transaction_type, uuid, uuid, numeric, text, text);
DROP FUNCTION IF EXISTS assess_posting(identity, text, transaction_type, uuid, uuid, numeric, text);
DROP FUNCTION IF EXISTS check_leg(accounts, assessed_leg), apply_legs(uuid, numeric, assessed_leg[]), normal_side(account_type);
DROP FUNCTION IF EXISTS available_of(account_type, numeric, numeric, numeric);
-- Without the branch's time zone and number format: until 0.2.
DROP FUNCTION IF EXISTS set_up_branch(text, text, text, int, text, text, text, text, bytea);
-- Without the branch's weekend: until 0.2.
DROP FUNCTION IF EXISTS set_up_branch(text, text, number_format, text, int, text, text, text, text, bytea);
DROP FUNCTION IF EXISTS installation();
-- Customers as rows of their table: until 0.2.
DROP FUNCTION IF EXISTS search_customers(text, int);
DROP FUNCTION IF EXISTS find_duplicate_customers(text, text, date, text, text);
-- A sign-in in one call, and counters of a user's failed ones: until 0.2.
DROP FUNCTION IF EXISTS sign_in(text, text);
DROP FUNCTION IF EXISTS change_own_password(text, text, bytea);
DROP FUNCTION IF EXISTS count_attempt(uuid), reset_attempts(uuid), make_attempt_counters(), end_sessions_of(uuid, uuid);
-- Accounts are changed by functions, and the vault's receipt is answered whole: until 0.2.
DROP FUNCTION IF EXISTS guard_account(), guard_account_status();
DROP FUNCTION IF EXISTS receive_vault_cash(uuid, numeric, text);
DROP FUNCTION IF EXISTS require_other_user(uuid), held_till(), export_posting(uuid);
-- Tickets that were bound to nothing: until 0.2.
DROP FUNCTION IF EXISTS try_password(text, text, text);
DROP FUNCTION IF EXISTS take_ticket(text, text);
-- A limit agreed by one supervisor: until 0.2.
DROP FUNCTION IF EXISTS check_limit(identity, account_type, text, numeric);
-- Without actor, cause, workstation and build: until 0.2.
DROP FUNCTION IF EXISTS read_audit(uuid, text, text, uuid, date, date, uuid, int);
DROP FUNCTION IF EXISTS record_name(identity, text, uuid), names_in(identity, jsonb), counter_cash_of(business_days);
DROP FUNCTION IF EXISTS statement_totals(accounts, date, date, text);
DROP FUNCTION IF EXISTS write_audit(uuid, text, text, uuid, jsonb);
DROP FUNCTION IF EXISTS write_posting(identity, text, uuid, transaction_type, posting_leg[], text, text);
DROP FUNCTION IF EXISTS post_new(identity, text, uuid, bytea, transaction_type, posting_leg[], text, text);
DROP FUNCTION IF EXISTS available_of(account_kinds, numeric, numeric, numeric);
-- Cash booked into the vault, a till closed, and an account taken out of dormancy, by one person: until 0.3.
DROP FUNCTION IF EXISTS read_count(uuid), list_tills(), reactivate_account(uuid, text, text);
-- Account sets without products: until 0.3.
DROP FUNCTION IF EXISTS gl_account_of(account_type, text);
-- A posting's legs as they are assessed, apart from their accounts: until 0.2.
DROP FUNCTION IF EXISTS accounts_of_legs(posting_leg[]);
DROP FUNCTION IF EXISTS require_posting_rule(identity, text, transaction_type, posting_leg[]);
DROP FUNCTION IF EXISTS require_usable_account(identity, text, accounts, text);
DROP FUNCTION IF EXISTS assess_leg(accounts, posting_leg, assessed_leg);
DROP FUNCTION IF EXISTS assess_posting(identity, text, posting_leg[], text);
DROP FUNCTION IF EXISTS check_limits_of_kind(accounts, account_kinds, assessed_leg);
DROP FUNCTION IF EXISTS cash_account_of(identity, text);
DROP FUNCTION IF EXISTS check_legs(identity, posting_leg[], text);
DROP FUNCTION IF EXISTS apply_legs(uuid, assessed_leg[]);
DROP FUNCTION IF EXISTS lock_balances(posting_leg[]);
DROP FUNCTION IF EXISTS first_account(posting_leg[], entry_side);
DROP FUNCTION IF EXISTS total_of(posting_leg[]);
-- One side of a posting at a time, and the bank's own account or its refusal: until 0.3.
DROP FUNCTION IF EXISTS first_account(posting_line[], entry_side);
DROP FUNCTION IF EXISTS own_account(identity, account_type, text);
DROP FUNCTION IF EXISTS leg_view(accounts, assessed_leg), legs_view(assessed_leg[]);
DROP FUNCTION IF EXISTS leg_of_entry(entries, accounts);
DROP FUNCTION IF EXISTS posted_by_key(uuid, uuid);
DROP FUNCTION IF EXISTS write_posting(identity, text, uuid, transaction_type, posting_leg[], text, text, actor_kind, text, uuid, date,
  uuid, text);
DROP FUNCTION IF EXISTS post_new(identity, text, uuid, bytea, transaction_type, posting_leg[], text, text, origin, date, uuid, text);
-- Rows of the journal by functions of their own: until 0.3.
DROP FUNCTION IF EXISTS journal_row(transactions), journal_party(uuid), end_job_of(payment_imports, text, int);
-- Paying a loan out that may wait for a second person: until 0.3.
DROP FUNCTION IF EXISTS pay_out_loan(uuid, uuid, uuid, numeric, text, int, date);
DROP FUNCTION IF EXISTS await_approval(identity, posting_receipt, posting_line[], text);
DROP FUNCTION IF EXISTS post_new(identity, text, uuid, bytea, transaction_type, posting_line[], text, text, origin, date, uuid, text);
-- The general ledger by business date alone: until 0.3.
DROP FUNCTION IF EXISTS read_general_ledger(text, text, date, date), read_ledger_entries(text, text, date, uuid, int);
-- An account of the standard product alone: until 0.3.
DROP FUNCTION IF EXISTS open_account(uuid, uuid, account_type, text, numeric);
DROP FUNCTION IF EXISTS correct_accruals(uuid); -- of a whole branch alone: until 0.3
-- A file without the names of its payees, or what its lines cost: until 0.3.
DROP FUNCTION IF EXISTS check_payments(uuid, bytea, text, text[], numeric), check_payments(uuid, bytea, text, text[], text[], numeric);
DROP FUNCTION IF EXISTS require_unsettled(uuid), settled_keys(uuid[]), next_reference(date), reckon_lines(posting_line[], int[]),
  lock_balances(identity, text, uuid[]), is_plain(transaction_type, posting_line[], text[]), count_items(identity, posting_item[], int[],
  posting_line[], int[], date), insert_postings(identity, posting_item[], origin, date, uuid[], int[], bytea[], posting_line[], uuid[]);
-- Lists that read until they were full: until 0.3.
DROP FUNCTION IF EXISTS journal_ids(identity, jsonb, uuid, uuid, uuid, int), journal_source(identity, jsonb, uuid[]),
  journal_conditions(identity, jsonb), faults_of_accounts(uuid[], bigint[], bigint),
  statement_lines(uuid, bigint, int, date, date, text);
-- The day's jobs on one connection, and looking for what is left among all accounts each time: until 0.3.
DROP FUNCTION IF EXISTS prepare_day_close(int), advance_day_jobs(job_runs, int), accrued_accounts(uuid, date, int),
  capitalise(job_runs, date, int), take_monthly_fees(job_runs, int), post_accrued(job_runs, uuid[], date, text, text),
  require_proven(business_days, jsonb), faults_of_postings(uuid, date), faults_of_day(uuid, date), faults_since_day(uuid, date),
  all_faults_of_day(uuid, date), faults_of_tills_on(uuid, date), till_moves(uuid, date);
