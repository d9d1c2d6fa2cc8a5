-- What is done to a user with power is proposed by an administrator and done when somebody else approves it. Whoever gets power, or is let
-- in again, gets a temporary password of two halves: the proposer hands one over and the approver the other, so that neither of the
-- two signs in as that person. See docs/decisions.

-- Whether a change gives the user a temporary password: also a promotion, because a teller's password may be known to the
-- administrator who made the teller.
CREATE OR REPLACE FUNCTION gives_password(p_kind text, p_role user_role, p_new_role user_role) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT p_kind IN ('USER_CREATE', 'USER_RESET') OR p_kind = 'USER_ROLE' AND has_power(p_new_role) AND NOT has_power(p_role) $$;

-- Proposes a change of a user under a key of its own. p_kind is a kind of approval_kinds; p_change the new user's texts and role, or the
-- new role, or nothing; p_half the first half of the temporary password where the change gives one, otherwise NULL.
CREATE OR REPLACE FUNCTION propose_user_change(p_key uuid, p_kind text, p_user uuid, p_change jsonb, p_half text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  changed users;
  new_role user_role := p_change ->> 'role';
BEGIN
  IF p_kind NOT IN ('USER_CREATE', 'USER_ROLE', 'USER_RESET', 'USER_REACTIVATE', 'USER_UNLOCK', 'USER_CODE') THEN
    PERFORM refuse('FORBIDDEN');
  END IF;
  SELECT * INTO changed FROM users WHERE id = p_user;
  IF p_kind = 'USER_CREATE' THEN
    IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN PERFORM check_new_user(p_user, p_change); END IF;
  ELSE
    IF changed.id IS NULL THEN PERFORM refuse('USER_NOT_FOUND'); END IF;
    PERFORM require_branch(who, 'USER_CHANGE', changed.branch_id);
    IF p_kind = 'USER_CODE' AND NOT has_factor(p_user) THEN PERFORM refuse('SECOND_FACTOR_MISSING'); END IF;
    IF p_kind = 'USER_ROLE' AND p_user = who.user_id THEN PERFORM refuse('OWN_ROLE'); END IF;
    IF p_kind IN ('USER_RESET', 'USER_REACTIVATE', 'USER_CODE') AND p_user = who.user_id THEN PERFORM refuse('OWN_USER'); END IF;
  END IF;
  PERFORM propose(who, p_key, p_kind, 'users', p_user, p_change, changed.id);
  IF gives_password(p_kind, changed.role, new_role) THEN
    IF p_half IS NULL THEN PERFORM refuse('PASSWORD_HALF_MISSING'); END IF;
    INSERT INTO proposed_passwords (approval_id, first_half)
      SELECT id, p_half FROM approvals WHERE id = p_key AND status = 'PENDING' ON CONFLICT (approval_id) DO NOTHING;
  END IF;
END $$;

-- What a user has to be before it is made.
CREATE OR REPLACE FUNCTION check_new_user(p_user uuid, p_change jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM users WHERE id = p_user) THEN PERFORM refuse('KEY_REUSED'); END IF;
  IF EXISTS (SELECT FROM users WHERE username = p_change ->> 'username') THEN PERFORM refuse('USERNAME_TAKEN'); END IF;
  IF EXISTS (SELECT FROM users WHERE email = clean_email(p_change ->> 'email')) THEN PERFORM refuse('EMAIL_TAKEN'); END IF;
END $$;

-- What the second person is shown: the user as it is, and what is to become of it.
CREATE OR REPLACE FUNCTION show_user_change(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', coalesce(u.full_name, clean_name(proposal.payload ->> 'fullName')),
    'username', coalesce(u.username, proposal.payload ->> 'username'), 'email', coalesce(u.email, proposal.payload ->> 'email'),
    'role', u.role, 'newRole', proposal.payload ->> 'role', 'userStatus', u.status, 'memberSince', u.created_at))
  FROM (SELECT proposal.subject_id AS id) AS subject LEFT JOIN users u ON u.id = subject.id $$;

-- The temporary password from its two halves, for one use.
CREATE OR REPLACE FUNCTION take_password(p_approval uuid, OUT hash text, OUT wrapped_key bytea) LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE halves proposed_passwords;
BEGIN
  SELECT * INTO STRICT halves FROM proposed_passwords WHERE approval_id = p_approval;
  hash := ext.crypt(halves.first_half || '-' || halves.second_half, ext.gen_salt('bf', 12));
  wrapped_key := halves.wrapped_key;
  DELETE FROM proposed_passwords WHERE approval_id = p_approval;
END $$;

-- Ends a proposal that is not done: its half of a password goes.
CREATE OR REPLACE FUNCTION end_user_change(proposal approvals) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ DELETE FROM proposed_passwords WHERE approval_id = proposal.id $$;
