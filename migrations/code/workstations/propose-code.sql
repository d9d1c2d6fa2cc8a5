-- A code that enrols one computer is proposed by an administrator and good once somebody else has approved it. The window makes the code
-- and shows it once; here only its hash arrives. It has 120 random bits, so that a plain SHA-256 of it is enough.

-- Proposes a code for the computer of that name, good for so many hours after the approval. It is for the own branch, or for another one at
-- which there are not two people yet who could do it. Sent twice, it is proposed once. Errors: VALIDATION, BRANCH_NOT_FOUND, BRANCH_CLOSED,
-- OTHER_BRANCH, COMPUTER_TAKEN, KEY_REUSED.
CREATE OR REPLACE FUNCTION propose_workstation_code(p_key uuid, p_computer text, p_hours int, p_code_hash bytea,
  p_branch uuid DEFAULT NULL) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  cleaned text := clean_text(p_computer);
  target uuid := coalesce(p_branch, who.branch_id);
  taken text;
BEGIN
  IF octet_length(p_code_hash) IS DISTINCT FROM 32 OR cleaned IS NULL OR length(cleaned) NOT BETWEEN 1 AND 100
      OR p_hours IS NULL OR p_hours NOT BETWEEN 1 AND (SELECT most_hours FROM enrolment_rules) THEN
    PERFORM refuse('VALIDATION');
  END IF;
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN PERFORM require_mintable(who, target); END IF;
  SELECT b.name INTO taken FROM workstations w JOIN branches b ON b.id = w.branch_id
    WHERE lower(w.computer) = lower(cleaned) AND w.status = 'ACTIVE' AND w.branch_id <> target;
  IF FOUND THEN PERFORM refuse('COMPUTER_TAKEN', jsonb_build_object('branch', taken)); END IF;
  PERFORM propose(who, p_key, 'WORKSTATION_CODE', 'enrolment_codes', p_key,
    jsonb_strip_nulls(jsonb_build_object('computer', cleaned, 'hours', p_hours, 'codeHash', encode(p_code_hash, 'hex'),
      'branch', CASE WHEN target <> who.branch_id THEN target END)));
END $$;

-- Refuses a code for another branch that has two people of its own for it, or that has closed.
CREATE OR REPLACE FUNCTION require_mintable(who identity, p_branch uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE branch branches := require_working_branch(p_branch);
BEGIN
  IF branch.id <> who.branch_id AND has_two_people(branch.id) THEN
    PERFORM refuse('OTHER_BRANCH', jsonb_build_object('branch', branch.name));
  END IF;
END $$;

-- For which branch a code is: the one that decides it, or another one that is said.
CREATE OR REPLACE FUNCTION branch_of_code(proposal approvals) RETURNS uuid LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((proposal.payload ->> 'branch')::uuid, proposal.branch_id) $$;

-- Which computer, for how long, for which branch if it is another one, and since when it is enrolled if it is: then the new login takes
-- the place of the old one.
CREATE OR REPLACE FUNCTION show_workstation_code(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', proposal.payload ->> 'computer',
    'computer', proposal.payload ->> 'computer',
    'codeHours', (proposal.payload ->> 'hours')::int,
    'forBranch', (SELECT name FROM branches WHERE id = (proposal.payload ->> 'branch')::uuid),
    'enrolledSince', (SELECT enrolled_at FROM workstations
      WHERE lower(computer) = lower(proposal.payload ->> 'computer') AND status = 'ACTIVE'))) $$;

-- From here on the code is good, and whoever has one may reach the server's redeem login for a day longer, to be told what became of it.
CREATE OR REPLACE FUNCTION perform_workstation_code(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  made_at timestamptz := clock_timestamp();
  ends timestamptz := made_at + make_interval(hours => (proposal.payload ->> 'hours')::int);
BEGIN
  PERFORM require_mintable(ROW(who.user_id, who.role, proposal.branch_id, NULL, false, NULL)::identity, branch_of_code(proposal));
  INSERT INTO enrolment_codes (id, code_hash, computer, branch_id, expires_at, created_at)
    VALUES (proposal.id, decode(proposal.payload ->> 'codeHash', 'hex'), proposal.payload ->> 'computer', branch_of_code(proposal), ends,
      made_at);
  PERFORM corex_logins.open_redeem(ends + interval '1 day');
  RETURN jsonb_build_object('expiresAt', ends);
END $$;
