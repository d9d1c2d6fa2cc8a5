-- Making the row of a branch, and what belongs to every branch: accounts of its own, tills, and a first day.

-- One branch after another, so that names and codes are compared with all that there are.
CREATE OR REPLACE FUNCTION one_branch_at_a_time() RETURNS void LANGUAGE sql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('corex branches', 0)) $$;

-- Numbers a branch that comes without a code: 001, 002, and so on.
CREATE OR REPLACE FUNCTION number_branch() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM one_branch_at_a_time();
  NEW.code := (SELECT code FROM generate_series(1, 100000) AS n,
      LATERAL (SELECT CASE WHEN n < 1000 THEN lpad(n::text, 3, '0') ELSE n::text END) AS numbered (code)
    WHERE NOT EXISTS (SELECT FROM branches b WHERE b.code = numbered.code) ORDER BY n LIMIT 1);
  RETURN NEW;
END $$;

-- The first day of a new branch: today by its own clock, and never in a month that the bank has closed.
CREATE OR REPLACE FUNCTION first_business_date(p_time_zone text) RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT greatest(date_in(p_time_zone), closed_through() + 1) $$;

-- Gives a new branch its accounts, its tills and its open day, which stands in the name of whoever made the branch.
CREATE OR REPLACE FUNCTION fit_out_branch(p_branch uuid, p_tills int, p_date date, p_by uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM make_branch_accounts();
  PERFORM make_till(uuidv7(), p_branch, 'Till ' || n) FROM generate_series(1, least(greatest(p_tills, 1), 50)) AS n;
  INSERT INTO business_days (branch_id, business_date, opened_by) VALUES (p_branch, p_date, p_by);
END $$;

-- What a branch is called, not in letters that look like those of another one. Errors: VALIDATION, NAME_MIXES_ALPHABETS,
-- BRANCH_NAME_TAKEN, BRANCH_CODE_TAKEN.
CREATE OR REPLACE FUNCTION check_branch_names(p_id uuid, p_name text, p_code text, p_address text) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE taken text;
BEGIN
  IF (length(p_name) BETWEEN 1 AND 100 AND p_code ~ '^[A-Z0-9]{1,10}$'
      AND coalesce(length(p_address), 1) BETWEEN 1 AND 200) IS NOT TRUE THEN
    PERFORM refuse('VALIDATION');
  END IF;
  IF mixed_letter(p_name) IS NOT NULL THEN
    PERFORM refuse('NAME_MIXES_ALPHABETS', jsonb_build_object('letter', mixed_letter(p_name)));
  END IF;
  IF EXISTS (SELECT FROM branches WHERE id <> p_id AND lower(name) = lower(p_name)) THEN PERFORM refuse('BRANCH_NAME_TAKEN'); END IF;
  SELECT name INTO taken FROM branches WHERE id <> p_id AND code = p_code;
  IF FOUND THEN PERFORM refuse('BRANCH_CODE_TAKEN', jsonb_build_object('branch', taken)); END IF;
END $$;

-- The branch, if it still works. From here on it is not closed before this transaction ends.
CREATE OR REPLACE FUNCTION require_working_branch(p_branch uuid) RETURNS branches LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE branch branches;
BEGIN
  SELECT * INTO branch FROM branches WHERE id = p_branch FOR KEY SHARE;
  IF NOT FOUND THEN PERFORM refuse('BRANCH_NOT_FOUND'); END IF;
  IF branch.closed_at IS NOT NULL THEN PERFORM refuse('BRANCH_CLOSED', jsonb_build_object('branch', branch.name)); END IF;
  RETURN branch;
END $$;

-- Whether two people who work at a branch could decide there about its computers: an administrator proposes, and somebody else decides.
CREATE OR REPLACE FUNCTION has_two_people(p_branch uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT count(*) > 1 AND bool_or(role = 'ADMIN') FROM users WHERE branch_id = p_branch AND status = 'ACTIVE' AND has_power(role) $$;
