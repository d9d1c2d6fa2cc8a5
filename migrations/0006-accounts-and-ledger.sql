-- Accounts, balances, transactions and entries. Nobody but the posting functions writes a balance, a transaction or an
-- entry; a posted one is never changed. "From" is the debited account of a transaction, "to" the credited one.

CREATE SEQUENCE account_numbers MINVALUE 401700000;
CREATE SEQUENCE transaction_numbers;

CREATE TABLE tills (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  branch_id uuid NOT NULL REFERENCES branches,
  name varchar(50) NOT NULL CONSTRAINT tills_name_filled CHECK (btrim(name) <> ''),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT tills_name_per_branch UNIQUE (branch_id, name)
);
COMMENT ON TABLE tills IS 'Cash drawers of a branch. Each has its own cash account: one shared cash row would halve throughput';

CREATE TABLE accounts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_number varchar(20) NOT NULL CONSTRAINT idx_accounts_number UNIQUE,
  customer_id uuid REFERENCES customers,
  account_type account_type NOT NULL,
  currency varchar(3) NOT NULL REFERENCES currencies,
  status account_status NOT NULL DEFAULT 'ACTIVE',
  status_reason varchar(500),
  minimum_balance numeric(15,2) NOT NULL DEFAULT 0 CONSTRAINT accounts_minimum_not_negative CHECK (minimum_balance >= 0 AND minimum_balance <> 'NaN'),
  -- Agreed overdraft of a CURRENT account, agreed principal of a LOAN.
  agreed_limit numeric(15,2) NOT NULL DEFAULT 0 CONSTRAINT accounts_limit_not_negative CHECK (agreed_limit >= 0 AND agreed_limit <> 'NaN'),
  branch_id uuid NOT NULL REFERENCES branches,
  till_id uuid REFERENCES tills,
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT accounts_customer_kind CHECK ((account_type IN ('SAVINGS', 'CURRENT', 'LOAN')) = (customer_id IS NOT NULL)),
  CONSTRAINT accounts_till_kind CHECK ((account_type = 'TELLER_CASH') = (till_id IS NOT NULL)),
  CONSTRAINT accounts_limit_kind CHECK (agreed_limit = 0 OR account_type IN ('CURRENT', 'LOAN'))
);
COMMENT ON TABLE accounts IS 'Accounts of customers, and the bank''s own side of double entry (customer_id null)';
COMMENT ON COLUMN accounts.account_number IS 'Stamped: nine digits and a check digit';
COMMENT ON COLUMN accounts.branch_id IS 'Stamped with the branch of the signed-in maker';
CREATE INDEX idx_accounts_customer ON accounts (customer_id);
CREATE INDEX idx_accounts_currency ON accounts (currency);
CREATE INDEX idx_accounts_branch ON accounts (branch_id, account_type);
CREATE INDEX idx_accounts_created_by ON accounts (created_by);
CREATE UNIQUE INDEX accounts_one_cash_account_per_till ON accounts (till_id, currency) WHERE till_id IS NOT NULL;
CREATE UNIQUE INDEX accounts_one_internal_per_branch ON accounts (branch_id, account_type, currency)
  WHERE customer_id IS NULL AND till_id IS NULL;

CREATE TABLE balances (
  account_id uuid PRIMARY KEY REFERENCES accounts,
  ledger_balance numeric(15,2) NOT NULL DEFAULT 0 CONSTRAINT balances_ledger_finite CHECK (ledger_balance <> 'NaN'),
  available_balance numeric(15,2) NOT NULL DEFAULT 0 CONSTRAINT balances_available_finite CHECK (available_balance <> 'NaN'),
  entry_count bigint NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 50); -- room for the next version of a hot row on its own page
COMMENT ON TABLE balances IS 'One row per account, kept by posting: ledger balance in the account''s normal direction, and what may be drawn';

CREATE TABLE transactions (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  transaction_id varchar(50) NOT NULL CONSTRAINT idx_transactions_id UNIQUE,
  idempotency_key uuid NOT NULL,
  payload_hash bytea NOT NULL,
  from_account_id uuid REFERENCES accounts,
  to_account_id uuid REFERENCES accounts,
  amount numeric(15,2) NOT NULL CONSTRAINT transactions_amount_positive CHECK (amount > 0 AND amount <> 'NaN'),
  currency varchar(3) NOT NULL REFERENCES currencies,
  transaction_type transaction_type NOT NULL,
  description text CONSTRAINT transactions_description_length CHECK (length(description) <= 200),
  status transaction_status NOT NULL,
  business_date date NOT NULL,
  branch_id uuid NOT NULL REFERENCES branches,
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  processed_at timestamptz,
  CONSTRAINT transactions_two_sides CHECK (from_account_id <> to_account_id),
  -- A key belongs to whoever made it, or it would hand out a stranger's result.
  CONSTRAINT transactions_key_per_user UNIQUE (created_by, idempotency_key)
);
COMMENT ON TABLE transactions IS 'What was posted: one row per movement of money, with its human reference';
CREATE INDEX idx_transactions_from ON transactions (from_account_id);
CREATE INDEX idx_transactions_to ON transactions (to_account_id);
CREATE INDEX idx_transactions_branch ON transactions (branch_id, business_date);
CREATE INDEX idx_transactions_currency ON transactions (currency);

CREATE TABLE entries (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  transaction_id uuid NOT NULL REFERENCES transactions,
  account_id uuid NOT NULL REFERENCES accounts,
  entry_type entry_side NOT NULL,
  amount numeric(15,2) NOT NULL CONSTRAINT entries_amount_positive CHECK (amount > 0 AND amount <> 'NaN'),
  -- The account's own numbering, without gaps, and its balance after: a statement needs no sum, a missing row shows.
  sequence bigint NOT NULL,
  balance_after numeric(15,2) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT entries_sequence_per_account UNIQUE (account_id, sequence)
);
COMMENT ON TABLE entries IS 'Debits and credits. Append-only; every transaction''s entries balance';
CREATE INDEX idx_entries_transaction ON entries (transaction_id);

CREATE TABLE posting_rules (
  transaction_type transaction_type NOT NULL,
  debit_type account_type NOT NULL,
  credit_type account_type NOT NULL,
  role user_role NOT NULL,
  -- Which function may post it: COUNTER by post_journal, TILL by opening and closing a till, VAULT by receiving cash.
  door varchar(10) NOT NULL CONSTRAINT posting_rules_door CHECK (door IN ('COUNTER', 'TILL', 'VAULT')),
  PRIMARY KEY (transaction_type, debit_type, credit_type, role, door)
);
COMMENT ON TABLE posting_rules IS 'What may be posted by whom, as data';
INSERT INTO posting_rules (door, transaction_type, debit_type, credit_type, role)
SELECT door, t::transaction_type, d::account_type, c::account_type, r::user_role
FROM (VALUES
  ('COUNTER', 'DEPOSIT', '{TELLER_CASH}', '{SAVINGS,CURRENT,LOAN}', '{TELLER,SUPERVISOR}'),
  ('COUNTER', 'WITHDRAWAL', '{SAVINGS,CURRENT}', '{TELLER_CASH}', '{TELLER,SUPERVISOR}'),
  ('COUNTER', 'TRANSFER', '{SAVINGS,CURRENT}', '{SAVINGS,CURRENT,LOAN}', '{TELLER,SUPERVISOR}'),
  ('COUNTER', 'TRANSFER', '{LOAN}', '{SAVINGS,CURRENT}', '{SUPERVISOR}'), -- paying out a loan
  ('TILL', 'TRANSFER', '{TELLER_CASH}', '{VAULT,CASH_OVER}', '{TELLER,SUPERVISOR}'),
  ('TILL', 'TRANSFER', '{VAULT,CASH_SHORT}', '{TELLER_CASH}', '{TELLER,SUPERVISOR}'),
  ('VAULT', 'TRANSFER', '{VAULT}', '{SUSPENSE}', '{SUPERVISOR}')) AS rule (door, t, debits, credits, roles),
  unnest(debits::text[]) AS d, unnest(credits::text[]) AS c, unnest(roles::text[]) AS r;

CREATE FUNCTION normal_side(kind account_type) RETURNS entry_side LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN kind IN ('LOAN', 'TELLER_CASH', 'VAULT', 'INTEREST_EXPENSE', 'CASH_SHORT') THEN 'DEBIT' ELSE 'CREDIT' END::corex.entry_side $$;

-- What a balance row must say besides its ledger balance: what may still be drawn.
CREATE FUNCTION available_of(kind account_type, ledger numeric, minimum numeric, agreed numeric) RETURNS numeric LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE kind WHEN 'LOAN' THEN agreed - ledger ELSE ledger - minimum + agreed END $$;

CREATE FUNCTION guard_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity;
  holder customers;
  digits text;
BEGIN
  IF NEW.account_number IS NULL OR is_workstation() THEN
    digits := nextval('account_numbers')::text;
    NEW.account_number := digits || check_digit(digits);
  END IF;
  IF NOT is_workstation() THEN RETURN NEW; END IF;
  IF NEW.customer_id IS NULL THEN RETURN NEW; END IF; -- the branch's own accounts: only definer functions get this far
  who := require_identity('TELLER', 'SUPERVISOR');
  NEW.created_by := who.user_id;
  NEW.branch_id := who.branch_id;
  SELECT * INTO holder FROM customers WHERE id = NEW.customer_id FOR SHARE; -- a rejection may not slip in between
  IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  IF holder.status <> 'ACTIVE' THEN PERFORM refuse('CUSTOMER_NOT_ACTIVE'); END IF;
  IF holder.kyc_status <> 'APPROVED' THEN PERFORM refuse('KYC_NOT_APPROVED'); END IF;
  IF NEW.agreed_limit > 0 AND who.role <> 'SUPERVISOR' THEN PERFORM refuse('LIMIT_NEEDS_SUPERVISOR'); END IF;
  RETURN NEW;
END $$;

-- A change of status and a posting must not pass each other: both take the balance row first.
CREATE FUNCTION guard_account_status() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity;
  ledger numeric;
BEGIN
  IF NOT is_workstation() THEN RETURN NEW; END IF;
  who := require_identity('TELLER', 'SUPERVISOR');
  IF OLD.customer_id IS NULL THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF OLD.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED'); END IF;
  SELECT ledger_balance INTO ledger FROM balances WHERE account_id = OLD.id FOR UPDATE;
  CASE NEW.status
    WHEN 'SUSPENDED' THEN
      IF OLD.status <> 'ACTIVE' THEN PERFORM refuse('ACCOUNT_FROZEN'); END IF;
    WHEN 'ACTIVE' THEN
      IF OLD.status = 'ACTIVE' THEN PERFORM refuse('ACCOUNT_NOT_FROZEN'); END IF;
      IF who.role <> 'SUPERVISOR' THEN PERFORM refuse('FORBIDDEN'); END IF;
    WHEN 'CLOSED' THEN
      IF OLD.status <> 'ACTIVE' THEN PERFORM refuse('ACCOUNT_FROZEN'); END IF;
      IF ledger <> 0 THEN PERFORM refuse('BALANCE_NOT_ZERO', jsonb_build_object('balance', ledger::text, 'currency', OLD.currency)); END IF;
    ELSE PERFORM refuse('FORBIDDEN');
  END CASE;
  RETURN NEW;
END $$;

CREATE FUNCTION make_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO balances (account_id, available_balance)
    VALUES (NEW.id, available_of(NEW.account_type, 0, NEW.minimum_balance, NEW.agreed_limit));
  RETURN NULL;
END $$;

CREATE TRIGGER b_guard BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION guard_account();
CREATE TRIGGER b_guard_status BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION guard_account_status();
CREATE TRIGGER c_touch BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER m_balance AFTER INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION make_balance();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON accounts FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON tills FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON transactions FOR EACH ROW EXECUTE FUNCTION audit_row('POSTED');

-- Debits equal credits in every transaction: checked over the rows that one statement wrote, whoever wrote them.
CREATE FUNCTION check_entries_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM written JOIN accounts a ON a.id = written.account_id GROUP BY written.transaction_id, a.currency
    HAVING sum(CASE entry_type WHEN 'DEBIT' THEN amount ELSE -amount END) <> 0) THEN
    PERFORM refuse('ENTRIES_UNBALANCED');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER balanced AFTER INSERT ON entries REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION check_entries_balance();

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON entries EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON transactions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON transactions EXECUTE FUNCTION refuse_change();
-- What was posted stays as it was posted; only one that still waits may come to its end.
CREATE TRIGGER no_change BEFORE UPDATE ON transactions FOR EACH ROW WHEN (OLD.status <> 'PENDING') EXECUTE FUNCTION refuse_change();
ALTER TABLE entries ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE entries ENABLE ALWAYS TRIGGER no_truncate;
ALTER TABLE entries ENABLE ALWAYS TRIGGER balanced;
ALTER TABLE transactions ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE transactions ENABLE ALWAYS TRIGGER no_delete;
ALTER TABLE transactions ENABLE ALWAYS TRIGGER no_truncate;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{tills,accounts,balances,transactions,posting_rules}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO corex_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
ALTER TABLE entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE entries FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON entries FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON entries FOR INSERT TO corex_owner WITH CHECK (true);

CREATE POLICY app_read ON tills FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'));
CREATE POLICY app_read ON accounts FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_open ON accounts FOR INSERT TO corex_app WITH CHECK ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR') AND customer_id IS NOT NULL);
CREATE POLICY app_status ON accounts FOR UPDATE TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR'));
CREATE POLICY app_read ON balances FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_read ON transactions FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_read ON entries FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_read ON posting_rules FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);
GRANT SELECT ON tills, accounts, balances, transactions, entries, posting_rules TO corex_app;
GRANT INSERT (id, customer_id, account_type, currency, agreed_limit) ON accounts TO corex_app;
GRANT UPDATE (status, status_reason) ON accounts TO corex_app;
GRANT EXECUTE ON FUNCTION normal_side(account_type), available_of(account_type, numeric, numeric, numeric) TO corex_app; -- receipts show them
