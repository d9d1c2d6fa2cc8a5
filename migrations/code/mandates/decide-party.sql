-- What the second person is shown of a power, and what becomes of it.

-- The power as it would be and, where it replaces another, as it is.
CREATE OR REPLACE FUNCTION show_party(proposal approvals) RETURNS jsonb LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  asked parties := jsonb_populate_record(NULL::parties, proposal.payload);
  former parties;
  holder customers;
  party customers;
BEGIN
  SELECT * INTO former FROM parties WHERE id = asked.replaces;
  SELECT * INTO holder FROM customers WHERE id = proposal.subject_id;
  SELECT * INTO party FROM customers WHERE id = coalesce(former.party_id, asked.party_id);
  RETURN jsonb_strip_nulls(jsonb_build_object('subject', concat_ws(' ', holder.first_name, holder.last_name),
    'customerNumber', holder.customer_number,
    'account', (SELECT account_number FROM accounts WHERE id = coalesce(former.account_id, asked.account_id)),
    'party', concat_ws(' ', party.first_name, party.last_name), 'partyNumber', party.customer_number,
    'power', coalesce(former.power, asked.power), 'powerEnds', CASE WHEN asked.ended THEN true END,
    'signs', CASE WHEN coalesce(former.power, asked.power) <> 'OWNER'
      THEN CASE WHEN asked.together OR asked.ended AND former.together THEN 'TOGETHER' ELSE 'ALONE' END END,
    'mandateLimit', former.per_posting::text, 'newMandateLimit', CASE WHEN asked.ended IS NOT TRUE THEN asked.per_posting::text END,
    'currency', coalesce(asked.currency, former.currency), 'share', former.share::text,
    'newShare', CASE WHEN asked.ended IS NOT TRUE THEN asked.share::text END,
    'validFrom', asked.valid_from, 'validUntil', asked.valid_until, 'formerUntil', former.valid_until));
END $$;

-- Gives, changes or ends it, checked anew.
CREATE OR REPLACE FUNCTION perform_party(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE made parties;
BEGIN
  PERFORM FROM customers WHERE id = proposal.subject_id FOR NO KEY UPDATE; -- of two simultaneous ones the second sees the first
  made := proposed_party(proposal);
  PERFORM check_party(made, proposal.branch_id);
  INSERT INTO parties (id, customer_id, account_id, party_id, power, together, per_posting, currency, share, valid_from, valid_until,
      replaces, ended, created_by, decided_by)
    VALUES (made.id, made.customer_id, made.account_id, made.party_id, made.power, made.together, made.per_posting, made.currency,
      made.share, made.valid_from, made.valid_until, made.replaces, made.ended, proposal.proposed_by, who.user_id);
  RETURN '{}';
END $$;
