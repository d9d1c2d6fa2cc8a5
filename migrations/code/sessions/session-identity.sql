-- The session of this connection, if it is valid. clock_timestamp(), because now() does not advance in an open transaction.
CREATE OR REPLACE FUNCTION session_identity() RETURNS identity LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ROW(u.id, u.role, u.branch_id, s.id, u.must_change_password)::corex.identity
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = sha256(convert_to(current_setting('corex.session', true), 'UTF8'))
    AND s.workstation = session_user AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND u.status = 'ACTIVE' $$;

-- Known with a temporary password too: the audit trail names the user who acts.
CREATE OR REPLACE FUNCTION current_user_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT user_id FROM session_identity() $$;

-- NULL until a temporary password has been changed: with no role every policy says no.
CREATE OR REPLACE FUNCTION current_user_role() RETURNS user_role LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT role FROM session_identity() WHERE NOT must_change_password $$;

-- NULL until a temporary password has been changed, like the role.
CREATE OR REPLACE FUNCTION current_branch_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT branch_id FROM session_identity() WHERE NOT must_change_password $$;
