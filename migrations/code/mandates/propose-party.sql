-- Power over a customer's money is given, changed and ended by two people: one proposes, a supervisor who is somebody else decides. What
-- was proposed is checked again when it is decided.

-- What is proposed as a row. What replaces another is of the same person, account and power, and begins at once: between the two
-- nobody would be in force.
CREATE OR REPLACE FUNCTION proposed_party(proposal approvals) RETURNS parties LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  made parties := jsonb_populate_record(NULL::parties, proposal.payload);
  replaced parties;
BEGIN
  made.id := proposal.id;
  made.customer_id := proposal.subject_id;
  made.ended := coalesce(made.ended, false);
  made.together := coalesce(made.together, false);
  made.created_by := proposal.proposed_by;
  made.created_at := clock_timestamp();
  IF made.replaces IS NULL THEN RETURN made; END IF;
  SELECT * INTO replaced FROM parties WHERE id = made.replaces AND customer_id = made.customer_id AND NOT ended;
  IF NOT FOUND THEN PERFORM refuse('PARTY_NOT_FOUND'); END IF;
  IF EXISTS (SELECT FROM parties WHERE replaces = replaced.id) THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  made.account_id := replaced.account_id;
  made.party_id := replaced.party_id;
  made.power := replaced.power;
  made.valid_from := limit_date(proposal.branch_id);
  IF made.ended THEN
    made.together := replaced.together;
    made.per_posting := replaced.per_posting;
    made.currency := replaced.currency;
    made.share := replaced.share;
    made.valid_until := NULL;
  END IF;
  RETURN made;
END $$;

-- Refuses power that does not fit its holder, and people who may not have it: it is given to a person of age who is identified, and is a
-- customer for that. Taking it away is always possible.
CREATE OR REPLACE FUNCTION check_party(made parties, p_branch uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  today date := limit_date(p_branch);
  holder customers;
  party customers;
BEGIN
  IF made.ended THEN RETURN; END IF;
  SELECT * INTO holder FROM customers WHERE id = made.customer_id;
  SELECT * INTO party FROM customers WHERE id = made.party_id;
  IF party.id IS NULL THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  IF made.account_id IS NOT NULL AND NOT EXISTS (SELECT FROM accounts WHERE id = made.account_id AND customer_id = holder.id) THEN
    PERFORM refuse('ACCOUNT_NOT_FOUND');
  END IF;
  IF party.id = holder.id OR party.kind = 'COMPANY' OR (holder.kind = 'COMPANY') IS DISTINCT FROM (made.power IN ('SIGNATORY', 'OWNER'))
        AND made.power <> 'MANDATE'
      OR is_minor(holder, today) AND made.power IN ('JOINT', 'MANDATE') OR made.power = 'GUARDIAN' AND NOT is_minor(holder, today)
      OR made.power = 'JOINT' AND made.account_id IS NULL OR made.power IN ('GUARDIAN', 'OWNER') AND made.account_id IS NOT NULL
      OR made.power <> 'MANDATE' AND made.per_posting IS NOT NULL OR made.together AND made.power IN ('MANDATE', 'OWNER')
      OR (made.power = 'OWNER') <> (made.share IS NOT NULL) OR made.share NOT BETWEEN 25 AND 100 THEN
    PERFORM refuse('PARTY_NOT_POSSIBLE');
  END IF;
  IF is_minor(party, today) THEN PERFORM refuse('PARTY_TOO_YOUNG'); END IF;
  IF party.status <> 'ACTIVE' OR party.kyc_status <> 'APPROVED' THEN PERFORM refuse('PARTY_NOT_IDENTIFIED'); END IF;
  IF made.per_posting IS NOT NULL THEN
    PERFORM check_amount(made.per_posting, made.currency);
    IF made.per_posting = 0 THEN PERFORM refuse('AMOUNT_ZERO'); END IF;
  END IF;
  IF made.valid_from IS NULL OR made.valid_from < today OR made.valid_until < made.valid_from THEN
    PERFORM refuse('PARTY_DATES', jsonb_build_object('date', today));
  END IF;
  IF EXISTS (SELECT FROM parties p WHERE p.customer_id = holder.id AND p.party_id = party.id AND p.power = made.power AND NOT p.ended
      AND p.account_id IS NOT DISTINCT FROM made.account_id AND p.id IS DISTINCT FROM made.replaces
      AND (p.valid_until IS NULL OR p.valid_until >= today) AND NOT EXISTS (SELECT FROM parties l WHERE l.replaces = p.id)) THEN
    PERFORM refuse('PARTY_KNOWN');
  END IF;
END $$;

-- Proposes power for somebody, another form of it, or its end, under a key of its own: sent twice, it is proposed once. p_party has the
-- columns of parties by their names.
CREATE OR REPLACE FUNCTION propose_party(p_key uuid, p_customer uuid, p_party jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  holder customers;
BEGIN
  SELECT * INTO holder FROM customers WHERE id = p_customer FOR SHARE;
  IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'CUSTOMER_STATUS', holder.branch_id);
  PERFORM put_party(who, p_key, p_customer, p_party);
END $$;

-- Not granted to anybody.
CREATE OR REPLACE FUNCTION put_party(who identity, p_key uuid, p_customer uuid, p_party jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  asked parties := jsonb_populate_record(NULL::parties, p_party);
  payload jsonb := jsonb_strip_nulls(jsonb_build_object('account_id', asked.account_id, 'party_id', asked.party_id, 'power', asked.power,
    'together', asked.together, 'per_posting', asked.per_posting::text, 'currency', asked.currency, 'share', asked.share::text,
    'valid_from', asked.valid_from, 'valid_until', asked.valid_until, 'replaces', asked.replaces, 'ended', asked.ended));
  proposal approvals;
  proposer text;
BEGIN
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    proposal.id := p_key;
    proposal.subject_id := p_customer;
    proposal.branch_id := who.branch_id;
    proposal.payload := payload;
    PERFORM check_party(proposed_party(proposal), who.branch_id);
    SELECT u.full_name INTO proposer FROM approvals a JOIN users u ON u.id = a.proposed_by
      WHERE a.kind = 'PARTY' AND a.status = 'PENDING' AND a.subject_id = p_customer
        AND a.payload @> jsonb_strip_nulls(jsonb_build_object('replaces', asked.replaces, 'party_id', asked.party_id, 'power', asked.power,
          'account_id', asked.account_id));
    IF FOUND THEN PERFORM refuse('PARTY_WAITS', jsonb_build_object('proposer', proposer)); END IF;
  END IF;
  PERFORM propose(who, p_key, 'PARTY', 'customers', p_customer, payload);
END $$;
