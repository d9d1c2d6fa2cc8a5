-- A supervisor signs beside the teller: a password that is tried for one decision, and opens no session.

ALTER TABLE sign_in_attempts
  DROP CONSTRAINT sign_in_attempts_purpose,
  ADD CONSTRAINT sign_in_attempts_purpose CHECK (purpose IN ('SIGN_IN', 'PASSWORD_CHECK', 'OVERRIDE'));
