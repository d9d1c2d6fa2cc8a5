-- Who may sign for what, for the customer's page and for the counter.

-- One power in the shape of the contract, as it stands on a date.
CREATE OR REPLACE FUNCTION party_view(p parties, p_date date) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', p.id, 'customerId', p.customer_id, 'accountId', p.account_id,
    'accountNumber', (SELECT account_number FROM accounts WHERE id = p.account_id), 'partyId', p.party_id,
    'partyNumber', c.customer_number, 'name', concat_ws(' ', c.first_name, c.last_name), 'power', p.power, 'together', p.together,
    'perPosting', p.per_posting::text, 'currency', p.currency, 'share', p.share::text, 'validFrom', p.valid_from,
    'validUntil', p.valid_until, 'givenBy', maker.full_name, 'decidedBy', decider.full_name, 'givenAt', p.created_at,
    'endedOn', (SELECT l.valid_from FROM parties l WHERE l.replaces = p.id),
    'state', CASE WHEN EXISTS (SELECT FROM parties l WHERE l.replaces = p.id AND l.ended) THEN 'ENDED'
      WHEN EXISTS (SELECT FROM parties l WHERE l.replaces = p.id) THEN 'REPLACED'
      WHEN p.valid_until < p_date THEN 'EXPIRED' WHEN p.valid_from > p_date THEN 'LATER' ELSE 'IN_FORCE' END)
  FROM customers c, users maker, users decider
  WHERE c.id = p.party_id AND maker.id = p.created_by AND decider.id = p.decided_by $$;

-- Every power over a customer's accounts that was ever given, the newest first.
CREATE OR REPLACE FUNCTION list_parties(p_customer uuid) RETURNS SETOF jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  home uuid := (SELECT branch_id FROM customers WHERE id = p_customer);
  n int;
BEGIN
  IF home IS NULL THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'CUSTOMER_READ', home);
  RETURN QUERY SELECT party_view(p, limit_date(who.branch_id)) FROM parties p WHERE p.customer_id = p_customer AND NOT p.ended
    ORDER BY p.created_at DESC, p.id DESC LIMIT 500;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM count_reads(who, n);
END $$;

-- The newest approved photograph and specimen of whoever may sign. Their content is opened through a recorded look like any other.
CREATE OR REPLACE FUNCTION specimens_of(p_people uuid[]) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('customerId', c.id, 'name', concat_ws(' ', c.first_name, c.last_name),
      'photo', p.id, 'signature', s.id) ORDER BY array_position(p_people, c.id)), '[]')
  FROM customers c
    LEFT JOIN LATERAL (SELECT id FROM kyc_documents WHERE customer_id = c.id AND status = 'APPROVED' AND document_type::text = 'PHOTO'
      ORDER BY created_at DESC, id DESC LIMIT 1) AS p ON true
    LEFT JOIN LATERAL (SELECT id FROM kyc_documents WHERE customer_id = c.id AND status = 'APPROVED' AND document_type::text = 'SIGNATURE'
      ORDER BY created_at DESC, id DESC LIMIT 1) AS s ON true
  WHERE c.id = ANY (p_people) $$;

-- Who may sign for an account today: its holder, and whoever has a power in force. `alone` says whether nobody needs to be named.
CREATE OR REPLACE FUNCTION read_signers(p_account uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  today date := limit_date(who.branch_id);
  account accounts;
  holder customers;
BEGIN
  SELECT * INTO account FROM accounts WHERE id = p_account AND customer_id IS NOT NULL;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_READ', account.branch_id);
  SELECT * INTO holder FROM customers WHERE id = account.customer_id;
  PERFORM count_reads(who, 1);
  RETURN jsonb_build_object('alone', holder_signs_alone(p_account, today),
    'holder', jsonb_build_object('id', holder.id, 'name', concat_ws(' ', holder.first_name, holder.last_name), 'kind', holder.kind,
      'minor', is_minor(holder, today)),
    'could', who_could_sign(p_account, today, NULL, NULL),
    'specimens', specimens_of(holder.id || ARRAY(SELECT party_id FROM parties_in_force(holder, p_account, today))),
    'parties', coalesce((SELECT jsonb_agg(party_view(p, today) ORDER BY p.created_at, p.id)
      FROM parties_in_force(holder, p_account, today) AS p), '[]'));
END $$;
