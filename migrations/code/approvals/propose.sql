-- One person proposes and another one decides. A kind of proposal is a row of approval_kinds with its functions (CONTRIBUTING.md, "A kind
-- of approval"); everything that holds for all of them is here and in decide.sql.

-- Puts a proposal before a second person. `who` is the identity of whoever proposes; p_concerns the person whom it is about, who never
-- decides it. Sent twice with the same key, it is proposed once. Errors: FORBIDDEN, KEY_REUSED, and whatever the kind's shower refuses.
CREATE OR REPLACE FUNCTION propose(who identity, p_key uuid, p_kind text, p_subject_type text, p_subject uuid, p_payload jsonb,
  p_concerns uuid DEFAULT NULL) RETURNS approvals LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  of_kind approval_kinds;
  made approvals;
BEGIN
  SELECT * INTO STRICT of_kind FROM approval_kinds WHERE kind = p_kind;
  IF NOT who.role = ANY (of_kind.proposers) THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  IF octet_length(p_payload::text) > 1000000 THEN PERFORM refuse('VALIDATION'); END IF; -- nobody could be shown it
  PERFORM require_unsettled(who, p_key);
  SELECT * INTO made FROM approvals WHERE id = p_key;
  IF FOUND THEN
    IF (made.kind, made.subject_type, made.subject_id, made.payload, made.proposed_by)
        IS DISTINCT FROM (p_kind::varchar, p_subject_type::varchar, p_subject, p_payload, who.user_id) THEN
      PERFORM refuse('KEY_REUSED');
    END IF;
    RETURN made;
  END IF;
  IF of_kind.gives_power THEN PERFORM require_fresh_code(who); END IF;
  made.id := p_key;
  made.kind := p_kind;
  made.branch_id := who.branch_id;
  made.subject_type := p_subject_type;
  made.subject_id := p_subject;
  made.concerns := p_concerns;
  made.payload := p_payload;
  made.status := 'PENDING';
  made.proposed_by := who.user_id;
  made.proposed_at := clock_timestamp();
  made.business_date := (SELECT business_date FROM business_days WHERE branch_id = who.branch_id AND closed_at IS NULL);
  made.facts := facts_of(made);
  INSERT INTO approvals SELECT made.*;
  NOTIFY corex_approvals;
  RETURN made;
END $$;

-- What is to be decided, as it is now, from the kind's shower. Moments in it are written alike, whatever the caller's settings.
CREATE OR REPLACE FUNCTION facts_of(proposal approvals) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE facts jsonb;
BEGIN
  EXECUTE format('SELECT %I($1)', (SELECT shower FROM approval_kinds WHERE kind = proposal.kind)) INTO facts USING proposal;
  RETURN facts;
END $$;

-- What an approval is bound to: the case, who proposed it, and the facts that were shown.
CREATE OR REPLACE FUNCTION approval_hash(proposal approvals, p_facts jsonb) RETURNS bytea LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT sha256(convert_to(jsonb_build_array(proposal.id, proposal.kind, proposal.branch_id, proposal.subject_type, proposal.subject_id,
    proposal.concerns, proposal.proposed_by, proposal.payload, p_facts)::text, 'UTF8')) $$;

-- A decision is final, and what was proposed does not change: not even by the functions that decide.
CREATE OR REPLACE FUNCTION guard_approval() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF OLD.status <> 'PENDING' THEN PERFORM refuse('ALREADY_DECIDED'); END IF;
  IF (OLD.id, OLD.kind, OLD.branch_id, OLD.subject_type, OLD.subject_id, OLD.concerns, OLD.payload, OLD.facts,
      OLD.proposed_by, OLD.proposed_at, OLD.business_date) IS DISTINCT FROM (NEW.id, NEW.kind, NEW.branch_id, NEW.subject_type,
      NEW.subject_id, NEW.concerns, NEW.payload, NEW.facts, NEW.proposed_by, NEW.proposed_at, NEW.business_date) THEN
    PERFORM refuse('APPEND_ONLY', jsonb_build_object('table', TG_TABLE_NAME));
  END IF;
  RETURN NEW;
END $$;
