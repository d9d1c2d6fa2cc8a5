-- Branches, users and sessions: who works here, and how the database knows who is asking.
-- Identity is possession of a random token that the database made and stores only hashed. A workstation's connection
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
  -- The branch's document key, encrypted under a key derived from the user's password: see docs/decisions.
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

-- What the database knows of whoever is asking: see code/sessions/session-identity.sql.
CREATE TYPE identity AS (user_id uuid, role user_role, branch_id uuid, session_id uuid, must_change_password boolean);
