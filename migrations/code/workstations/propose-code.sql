-- A code that enrols one computer is proposed by an administrator and good once somebody else has approved it. The window makes the code
-- and shows it once; here only its hash arrives. It has 120 random bits, so that a plain SHA-256 of it is enough.

-- Proposes a code for the computer of that name, good for so many hours after the approval. Sent twice, it is proposed once. Errors:
-- VALIDATION, COMPUTER_TAKEN, KEY_REUSED.
CREATE OR REPLACE FUNCTION propose_workstation_code(p_key uuid, p_computer text, p_hours int, p_code_hash bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  cleaned text := clean_text(p_computer);
  taken text;
BEGIN
  IF octet_length(p_code_hash) IS DISTINCT FROM 32 OR cleaned IS NULL OR length(cleaned) NOT BETWEEN 1 AND 100
      OR p_hours IS NULL OR p_hours NOT BETWEEN 1 AND (SELECT most_hours FROM enrolment_rules) THEN
    PERFORM refuse('VALIDATION');
  END IF;
  SELECT b.name INTO taken FROM workstations w JOIN branches b ON b.id = w.branch_id
    WHERE lower(w.computer) = lower(cleaned) AND w.status = 'ACTIVE' AND w.branch_id <> who.branch_id;
  IF FOUND THEN PERFORM refuse('COMPUTER_TAKEN', jsonb_build_object('branch', taken)); END IF;
  PERFORM propose(who, p_key, 'WORKSTATION_CODE', 'enrolment_codes', p_key,
    jsonb_build_object('computer', cleaned, 'hours', p_hours, 'codeHash', encode(p_code_hash, 'hex')));
END $$;

-- Which computer, for how long, and since when it is enrolled if it is: then the new login takes the place of the old one.
CREATE OR REPLACE FUNCTION show_workstation_code(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', proposal.payload ->> 'computer', 'computer', proposal.payload ->> 'computer',
    'codeHours', (proposal.payload ->> 'hours')::int, 'enrolledSince', (SELECT enrolled_at FROM workstations
      WHERE lower(computer) = lower(proposal.payload ->> 'computer') AND status = 'ACTIVE'))) $$;

-- From here on the code is good, and whoever has one may reach the server's redeem login for a day longer, to be told what became of it.
CREATE OR REPLACE FUNCTION perform_workstation_code(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  made_at timestamptz := clock_timestamp();
  ends timestamptz := made_at + make_interval(hours => (proposal.payload ->> 'hours')::int);
BEGIN
  INSERT INTO enrolment_codes (id, code_hash, computer, branch_id, expires_at, created_at)
    VALUES (proposal.id, decode(proposal.payload ->> 'codeHash', 'hex'), proposal.payload ->> 'computer', proposal.branch_id, ends,
      made_at);
  PERFORM corex_logins.open_redeem(ends + interval '1 day');
  RETURN jsonb_build_object('expiresAt', ends);
END $$;
