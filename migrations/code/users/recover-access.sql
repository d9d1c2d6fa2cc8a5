-- The way back in where a password is forgotten and nobody is left who could propose another one. Granted to nobody: only an
-- administrator of the server runs it (`npm run recover`), with somebody of the bank who still knows their password and so has the
-- document key. It is on record as a recovery, with the login and the user of the operating system who ran it.

-- Gives the user a temporary password, which has to be changed at the next sign-in. A user who is suspended stays so.
CREATE OR REPLACE FUNCTION recover_access(p_username text, p_helper text, p_hash text, p_wrapped_key bytea, p_reason text, p_operator text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  lost users;
  helper users;
BEGIN
  SELECT * INTO lost FROM users WHERE username = p_username FOR NO KEY UPDATE;
  SELECT * INTO helper FROM users WHERE username = p_helper;
  IF helper.id IS NULL OR helper.status <> 'ACTIVE' OR lost.branch_id <> helper.branch_id THEN PERFORM refuse('USER_NOT_FOUND'); END IF;
  IF lost.id = helper.id THEN PERFORM refuse('OWN_USER'); END IF;
  PERFORM let_in_again(lost, p_hash, p_wrapped_key, p_reason, p_operator, jsonb_build_object('with', helper.username));
END $$;

-- The same where nobody knows a password any more: the recovery sheet of that number has the vault key.
CREATE OR REPLACE FUNCTION recover_by_sheet(p_username text, p_sheet int, p_hash text, p_wrapped_key bytea, p_reason text, p_operator text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE lost users;
BEGIN
  SELECT * INTO lost FROM users WHERE username = p_username FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM recovery_sheets WHERE number = p_sheet AND voided_at IS NULL) THEN PERFORM refuse('SHEET_OTHER'); END IF;
  PERFORM let_in_again(lost, p_hash, p_wrapped_key, p_reason, p_operator, jsonb_build_object('sheet', p_sheet));
END $$;

-- What both do; `vouched` goes into the audit log.
CREATE OR REPLACE FUNCTION let_in_again(lost users, p_hash text, p_wrapped_key bytea, p_reason text, p_operator text, vouched jsonb)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF lost.id IS NULL OR lost.status <> 'ACTIVE' THEN PERFORM refuse('USER_NOT_FOUND'); END IF;
  IF length(clean_text(coalesce(p_reason, ''))) NOT BETWEEN 1 AND 200 OR clean_text(coalesce(p_operator, '')) = '' THEN
    PERFORM refuse('VALIDATION');
  END IF;
  PERFORM acting_as('RECOVERY', 'ACCESS', lost.id);
  PERFORM give_temporary_password(lost.id, p_hash, p_wrapped_key);
  PERFORM forget_factor(lost.id); -- whoever lost the device too would not come in
  PERFORM write_audit(NULL, 'ACCESS_RECOVERED', 'users', lost.id, jsonb_build_object('reason', clean_text(p_reason),
    'operator', clean_text(p_operator)) || vouched);
END $$;
