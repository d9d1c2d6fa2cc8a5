-- Who works here, and how the database knows who is asking.
-- Identity is possession of a random token that the database minted and stores only hashed. A workstation's connection
-- carries it as the start-up setting corex.session; nothing that a client can SET makes it somebody else.

CREATE TABLE branches (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name varchar(100) NOT NULL CONSTRAINT branches_name_key UNIQUE,
  currency varchar(3) NOT NULL REFERENCES currencies,
  time_zone varchar(64) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE branches IS 'Branches of the bank; the first one is made by the first-run wizard';
CREATE INDEX idx_branches_currency ON branches (currency);

CREATE TABLE users (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  username varchar(50) NOT NULL CONSTRAINT users_username_key UNIQUE
    CONSTRAINT users_username_shape CHECK (username ~ '^[a-z0-9][a-z0-9._-]*$'),
  full_name varchar(100) NOT NULL,
  email varchar(255) NOT NULL CONSTRAINT users_email_key UNIQUE,
  -- bcrypt as $2a$: pgcrypto's crypt() does not verify $2b$.
  password_hash varchar(255) NOT NULL CONSTRAINT users_password_bcrypt_12 CHECK (password_hash ~ '^\$2a\$12\$.{53}$'),
  must_change_password boolean NOT NULL DEFAULT true,
  role user_role NOT NULL,
  status party_status NOT NULL DEFAULT 'ACTIVE',
  branch_id uuid NOT NULL REFERENCES branches,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE users IS 'Staff. Written only by functions; the hash is readable by nobody but them';
CREATE INDEX idx_users_branch ON users (branch_id);

CREATE TABLE user_keys (
  user_id uuid PRIMARY KEY REFERENCES users,
  -- The branch's document key, encrypted under a key derived from the user''s password: see docs/decisions.
  wrapped_key bytea NOT NULL CONSTRAINT user_keys_size CHECK (octet_length(wrapped_key) BETWEEN 32 AND 512)
);
COMMENT ON TABLE user_keys IS 'The key of the KYC documents, wrapped once for every user under that user''s password';

CREATE TABLE sessions (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  token_hash bytea NOT NULL CONSTRAINT sessions_token_hash_key UNIQUE,
  user_id uuid NOT NULL REFERENCES users,
  workstation name NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
COMMENT ON TABLE sessions IS 'Signed-in sessions, by the hash of their token and bound to one workstation''s login';
CREATE INDEX idx_sessions_user ON sessions (user_id);

-- The session behind this connection, if it is alive. clock_timestamp(), because now() stands still in an open transaction.
CREATE TYPE identity AS (user_id uuid, role user_role, branch_id uuid, session_id uuid, must_change_password boolean);
CREATE FUNCTION session_identity() RETURNS identity LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ROW(u.id, u.role, u.branch_id, s.id, u.must_change_password)::corex.identity
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = sha256(convert_to(current_setting('corex.session', true), 'UTF8'))
    AND s.workstation = session_user AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND u.status = 'ACTIVE' $$;

CREATE FUNCTION current_user_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT user_id FROM session_identity() $$;

-- NULL until a temporary password has been changed: with no role every policy says no.
CREATE FUNCTION current_user_role() RETURNS user_role LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT role FROM session_identity() WHERE NOT must_change_password $$;

CREATE FUNCTION current_branch_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT branch_id FROM session_identity() WHERE NOT must_change_password $$;

-- Migrations, bulk loads and jobs run as the owner; triggers that speak of a signed-in maker let them pass.
CREATE FUNCTION is_workstation() RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT NOT pg_has_role(session_user, 'corex_owner', 'MEMBER') $$;

-- An old snapshot would not see a sign-out or a new password, and a commit that is not on disk is not a commit.
CREATE FUNCTION require_sound_transaction() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN PERFORM refuse('WRONG_ISOLATION'); END IF;
  IF current_setting('synchronous_commit') IN ('off', 'local') THEN PERFORM refuse('WRONG_DURABILITY'); END IF;
END $$;

-- Every write passes here.
CREATE FUNCTION require_identity(VARIADIC allowed user_role[] DEFAULT '{ADMIN,TELLER,SUPERVISOR,AUDITOR,API_USER}')
RETURNS identity LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity;
BEGIN
  PERFORM require_sound_transaction();
  who := session_identity();
  IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  IF who.must_change_password THEN PERFORM refuse('PASSWORD_CHANGE_REQUIRED'); END IF;
  IF NOT who.role = ANY (allowed) THEN PERFORM refuse('FORBIDDEN'); END IF;
  RETURN who;
END $$;

-- A failed sign-in must count although the caller rolls back, and no row lock may let a stranger block a colleague:
-- sequences are outside transactions, so each user has one that counts and one that remembers the second.
CREATE FUNCTION make_attempt_counters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE suffix text := replace(NEW.id::text, '-', '');
BEGIN
  EXECUTE format('CREATE SEQUENCE corex.%I', 'attempts_' || suffix);
  EXECUTE format('CREATE SEQUENCE corex.%I', 'attempted_' || suffix);
  RETURN NULL;
END $$;
CREATE TRIGGER attempt_counters AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION make_attempt_counters();

CREATE FUNCTION reset_attempts(p_user uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM setval(('corex.attempts_' || replace(p_user::text, '-', ''))::regclass, 1, false);
END $$;

-- Counts this attempt and says whether it may be looked at: five in a row, then fifteen minutes of none.
CREATE FUNCTION count_attempt(p_user uuid) RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  attempts regclass := ('corex.attempts_' || replace(p_user::text, '-', ''))::regclass;
  attempted regclass := ('corex.attempted_' || replace(p_user::text, '-', ''))::regclass;
  this_second bigint := extract(epoch FROM clock_timestamp());
  last_second bigint;
  n bigint;
BEGIN
  EXECUTE format('SELECT last_value FROM %s', attempted) INTO last_second;
  IF last_second > 1 AND this_second - last_second > 900 THEN PERFORM reset_attempts(p_user); END IF;
  n := nextval(attempts);
  IF n <= 5 THEN PERFORM setval(attempted, this_second); END IF; -- knocking on a locked door does not keep it locked
  RETURN n <= 5;
END $$;

ALTER TABLE branches ENABLE ROW LEVEL SECURITY;
ALTER TABLE branches FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON branches TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON branches FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);
GRANT SELECT ON branches TO corex_app;

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON users TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON users FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);
GRANT SELECT (id, username, full_name, email, must_change_password, role, status, branch_id, created_at) ON users TO corex_app;

ALTER TABLE user_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON user_keys TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON sessions TO corex_owner USING (true) WITH CHECK (true);

GRANT EXECUTE ON FUNCTION current_user_id(), current_user_role(), current_branch_id() TO corex_app;
