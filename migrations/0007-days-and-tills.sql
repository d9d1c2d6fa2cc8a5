-- The branch's day and who holds which till.

CREATE TABLE business_days (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  branch_id uuid NOT NULL REFERENCES branches,
  business_date date NOT NULL,
  opened_by uuid NOT NULL REFERENCES users,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_by uuid REFERENCES users,
  closed_at timestamptz,
  CONSTRAINT business_days_one_per_date UNIQUE (branch_id, business_date),
  -- The next day has to be later, so a day at the end of time would be the branch's last.
  CONSTRAINT business_days_date_near CHECK (business_date <= (opened_at AT TIME ZONE 'UTC')::date + 366)
);
COMMENT ON TABLE business_days IS 'The business date is not the clock: it belongs to the branch''s day, which is opened and closed';
CREATE UNIQUE INDEX business_days_one_open ON business_days (branch_id) WHERE closed_at IS NULL;
CREATE INDEX idx_business_days_opened_by ON business_days (opened_by);
CREATE INDEX idx_business_days_closed_by ON business_days (closed_by);

CREATE TABLE till_sessions (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  till_id uuid NOT NULL REFERENCES tills,
  user_id uuid NOT NULL REFERENCES users,
  business_day_id uuid NOT NULL REFERENCES business_days,
  open_key uuid NOT NULL,
  opening_float numeric(15,2) NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  close_key uuid,
  expected numeric(15,2),
  counted numeric(15,2),
  -- The holder, or a supervisor where the holder cannot: the day must not wait for somebody who does not come back.
  closed_by uuid REFERENCES users,
  closed_at timestamptz,
  CONSTRAINT till_sessions_open_key UNIQUE (user_id, open_key),
  CONSTRAINT till_sessions_close_key UNIQUE (closed_by, close_key),
  CONSTRAINT till_sessions_closed_whole CHECK ((closed_at IS NULL) = (counted IS NULL) AND (closed_at IS NULL) = (expected IS NULL)
    AND (closed_at IS NULL) = (closed_by IS NULL))
);
COMMENT ON TABLE till_sessions IS 'Who held which till from when to when, with its float, its count and what was expected';
CREATE UNIQUE INDEX till_sessions_one_holder ON till_sessions (till_id) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX till_sessions_one_till ON till_sessions (user_id) WHERE closed_at IS NULL;
CREATE INDEX idx_till_sessions_till ON till_sessions (till_id);
CREATE INDEX idx_till_sessions_day ON till_sessions (business_day_id);
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON business_days FOR EACH ROW EXECUTE FUNCTION audit_row('DAY_OPENED');
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON till_sessions FOR EACH ROW EXECUTE FUNCTION audit_row('TILL_OPENED');

-- The open day of a branch. The weak table lock keeps the day open until this transaction ends, and costs postings
-- nothing: only opening and closing a day takes the lock that conflicts with it.
CREATE FUNCTION require_open_day(p_branch uuid) RETURNS business_days LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE day business_days;
BEGIN
  LOCK TABLE business_days IN ROW SHARE MODE;
  SELECT * INTO day FROM business_days WHERE branch_id = p_branch AND closed_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('BRANCH_DAY_CLOSED'); END IF;
  RETURN day;
END $$;

CREATE FUNCTION open_branch_day(p_date date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('SUPERVISOR');
BEGIN
  LOCK TABLE business_days IN EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM business_days WHERE branch_id = who.branch_id AND closed_at IS NULL) THEN PERFORM refuse('BRANCH_DAY_OPEN'); END IF;
  IF EXISTS (SELECT FROM business_days WHERE branch_id = who.branch_id AND business_date >= p_date) THEN PERFORM refuse('BUSINESS_DATE_NOT_LATER'); END IF;
  INSERT INTO business_days (branch_id, business_date, opened_by) VALUES (who.branch_id, p_date, who.user_id);
  PERFORM ensure_audit_partitions();
END $$;

CREATE FUNCTION close_branch_day() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR');
  day business_days;
  still_open text;
BEGIN
  LOCK TABLE business_days IN EXCLUSIVE MODE;
  day := require_open_day(who.branch_id);
  SELECT string_agg(t.name, ', ' ORDER BY t.name) INTO still_open
    FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.business_day_id = day.id AND s.closed_at IS NULL;
  IF still_open IS NOT NULL THEN PERFORM refuse('TILLS_STILL_OPEN', jsonb_build_object('tills', still_open)); END IF;
  UPDATE business_days SET closed_by = who.user_id, closed_at = clock_timestamp() WHERE id = day.id;
END $$;

-- A till and its cash account, in the branch's currency.
CREATE FUNCTION make_till(p_id uuid, p_branch uuid, p_name text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO tills (id, branch_id, name) VALUES (p_id, p_branch, p_name);
  INSERT INTO accounts (account_type, currency, branch_id, till_id)
    SELECT 'TELLER_CASH', b.currency, b.id, p_id FROM branches b WHERE b.id = p_branch;
END $$;

CREATE FUNCTION add_till(p_id uuid, p_name text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN');
BEGIN
  PERFORM make_till(p_id, who.branch_id, p_name);
END $$;

-- The first run: a branch with its internal accounts, tills and open day, and the first administrator. Only while
-- there is no user at all; the lock makes two wizards on two workstations come one after the other.
CREATE FUNCTION set_up_branch(p_name text, p_currency text, p_time_zone text, p_tills int,
  p_username text, p_full_name text, p_email text, p_hash text, p_wrapped_key bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  branch uuid := uuidv7();
  admin uuid := uuidv7();
BEGIN
  LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM users) THEN PERFORM refuse('ALREADY_SET_UP'); END IF;
  IF NOT EXISTS (SELECT FROM currencies WHERE code = p_currency) THEN PERFORM refuse('CURRENCY_NOT_SUPPORTED'); END IF;
  INSERT INTO branches (id, name, currency, time_zone) VALUES (branch, p_name, p_currency, p_time_zone);
  INSERT INTO users (id, username, full_name, email, password_hash, must_change_password, role, branch_id)
    VALUES (admin, p_username, p_full_name, p_email, p_hash, false, 'ADMIN', branch);
  INSERT INTO user_keys (user_id, wrapped_key) VALUES (admin, p_wrapped_key);
  INSERT INTO accounts (account_type, currency, branch_id)
    SELECT kind, p_currency, branch FROM unnest('{VAULT,FEE_INCOME,INTEREST_EXPENSE,CASH_OVER,CASH_SHORT,SUSPENSE}'::account_type[]) AS kind;
  PERFORM make_till(uuidv7(), branch, 'Till ' || n) FROM generate_series(1, least(greatest(p_tills, 1), 50)) AS n;
  INSERT INTO business_days (branch_id, business_date, opened_by)
    VALUES (branch, (clock_timestamp() AT TIME ZONE p_time_zone)::date, admin);
END $$;

-- What a window may know before anybody has signed in: whether to show the wizard, and the branch's name and day.
CREATE FUNCTION installation() RETURNS TABLE (is_set_up boolean, branch_name text, currency text, business_date date, day_open boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM users), b.name::text, b.currency::text, d.business_date, coalesce(d.closed_at IS NULL AND d.id IS NOT NULL, false)
  FROM (SELECT 1) AS always
  LEFT JOIN LATERAL (SELECT * FROM branches ORDER BY created_at LIMIT 1) AS b ON true
  LEFT JOIN LATERAL (SELECT * FROM business_days WHERE branch_id = b.id ORDER BY business_date DESC LIMIT 1) AS d ON true $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{business_days,till_sessions}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO corex_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY app_read ON %I FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL)', t);
    EXECUTE format('GRANT SELECT ON %I TO corex_app', t);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION installation(), open_branch_day(date), close_branch_day(), add_till(uuid, text),
  set_up_branch(text, text, text, int, text, text, text, text, bytea) TO corex_app;
