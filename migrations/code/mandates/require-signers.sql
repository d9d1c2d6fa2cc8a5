-- A debit of a customer's account at the counter is signed by somebody who may. Only there does somebody stand who signs: a job acts by an
-- agreement that was signed before, the lines of a file are ordered by what was signed when it was given, a loan is paid out by its
-- contract, and a reversal puts right what the bank did. So none of these asks, and none of them is stopped by a mandate that has ended.

-- Refuses signers who may not sign for an amount, and says who could. Nobody named means the holder.
CREATE OR REPLACE FUNCTION require_signers(p_account uuid, p_date date, p_amount numeric, p_currency text, p_signers uuid[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  holder uuid;
  able uuid[];
  signer uuid;
BEGIN
  IF coalesce(p_signers, '{}') = '{}' AND holder_signs_alone(p_account, p_date) THEN RETURN; END IF;
  SELECT customer_id INTO holder FROM accounts WHERE id = p_account;
  IF coalesce(p_signers, '{}') = '{}' THEN p_signers := ARRAY[holder]; END IF;
  able := ARRAY(SELECT unnest(way) FROM ways_to_sign(p_account, p_date, p_amount, p_currency) AS way);
  FOREACH signer IN ARRAY p_signers LOOP
    CONTINUE WHEN signer = ANY (able);
    PERFORM refuse_signer(p_account, holder, signer, p_date, who_could_sign(p_account, p_date, p_amount, p_currency));
  END LOOP;
  IF NOT EXISTS (SELECT FROM ways_to_sign(p_account, p_date, p_amount, p_currency) AS way WHERE way <@ p_signers) THEN
    PERFORM refuse('SIGNERS_TOGETHER', jsonb_build_object('could', who_could_sign(p_account, p_date, p_amount, p_currency)));
  END IF;
END $$;

-- Why this person does not sign: a minor, above the limit, a mandate that has ended, or no power at all. Only whoever is known with the
-- account is named: a name is not found out by asking here.
CREATE OR REPLACE FUNCTION refuse_signer(p_account uuid, p_holder uuid, p_signer uuid, p_date date, p_could text) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  signer customers;
  holder customers;
  name text := '–';
  power parties;
BEGIN
  SELECT * INTO holder FROM customers WHERE id = p_holder;
  SELECT * INTO signer FROM customers WHERE id = p_signer;
  SELECT p.* INTO power FROM parties p WHERE p.customer_id = p_holder AND p.party_id = p_signer AND p.power <> 'OWNER'
      AND (p.account_id IS NULL OR p.account_id = p_account) ORDER BY p.created_at DESC, p.id DESC LIMIT 1;
  IF FOUND OR p_signer = p_holder THEN name := concat_ws(' ', signer.first_name, signer.last_name); END IF;
  IF name <> '–' AND is_minor(signer, p_date) THEN
    PERFORM refuse('SIGNER_IS_MINOR', jsonb_build_object('signer', name, 'could', p_could));
  ELSIF power.per_posting IS NOT NULL AND EXISTS (SELECT FROM parties_in_force(holder, p_account, p_date) AS p WHERE p.id = power.id) THEN
    PERFORM refuse('SIGNER_ABOVE_LIMIT', jsonb_build_object('signer', name, 'limit', power.per_posting::text,
      'currency', power.currency, 'could', p_could));
  ELSIF power.ended OR power.valid_until < p_date THEN
    PERFORM refuse('SIGNER_MANDATE_ENDED', jsonb_build_object('signer', name,
      'ended', CASE WHEN power.ended THEN power.valid_from ELSE power.valid_until END, 'could', p_could));
  END IF;
  PERFORM refuse('SIGNER_WITHOUT_POWER', jsonb_build_object('signer', name, 'could', p_could));
END $$;

-- The same of all customers' accounts that a posting of the counter debits. What is drawn on a loan is paid out by its contract.
CREATE OR REPLACE FUNCTION require_signature(p_date date, p_type transaction_type, p_legs posting_leg[], p_currency text, p_signers uuid[])
RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE leg posting_leg;
BEGIN
  IF cardinality(p_signers) > 20 OR array_position(p_signers, NULL) IS NOT NULL THEN PERFORM refuse('VALIDATION'); END IF;
  IF p_type NOT IN ('WITHDRAWAL', 'TRANSFER') THEN RETURN; END IF;
  FOREACH leg IN ARRAY p_legs LOOP
    CONTINUE WHEN leg.side = 'CREDIT' OR leg.account_id IS NULL;
    CONTINUE WHEN coalesce(p_signers, '{}') = '{}' AND holder_signs_alone(leg.account_id, p_date);
    PERFORM require_signers(a.id, p_date, (SELECT sum(l.amount) FROM unnest(p_legs) AS l WHERE l.account_id = a.id AND l.side = 'DEBIT'),
      p_currency, p_signers) FROM accounts a WHERE a.id = leg.account_id AND a.customer_id IS NOT NULL AND a.account_type <> 'LOAN';
  END LOOP;
END $$;

-- Whether a posting needs no more than its holders, each of whom signs alone. Asked before anything is locked: others wait for less.
CREATE OR REPLACE FUNCTION holders_sign(who identity, p_legs posting_leg[], p_signers uuid[]) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  today date := (SELECT business_date FROM business_days WHERE branch_id = who.branch_id AND closed_at IS NULL);
  leg posting_leg;
BEGIN
  IF p_signers <> '{}' THEN RETURN false; END IF;
  FOREACH leg IN ARRAY coalesce(p_legs, '{}') LOOP
    IF leg.side = 'DEBIT' AND leg.account_id IS NOT NULL AND NOT holder_signs_alone(leg.account_id, today) THEN RETURN false; END IF;
  END LOOP;
  RETURN true;
END $$;

-- Of a posting that has just been written: refuses it, or keeps who signed. Sent again, it was signed by the same people, or it is another.
CREATE OR REPLACE FUNCTION sign_posting(p_posted uuid, p_replayed boolean, p_date date, p_type transaction_type, p_legs posting_leg[],
  p_currency text, p_signers uuid[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE signers uuid[] := ARRAY(SELECT DISTINCT unnest(p_signers) ORDER BY 1);
BEGIN
  IF p_replayed THEN
    IF signers <> ARRAY(SELECT customer_id FROM posting_signers WHERE transaction_id = p_posted ORDER BY 1) THEN
      PERFORM refuse('KEY_REUSED');
    END IF;
    RETURN;
  END IF;
  PERFORM require_signature(p_date, p_type, p_legs, p_currency, signers);
  IF signers <> '{}' THEN
    INSERT INTO posting_signers (transaction_id, customer_id) SELECT p_posted, unnest(signers);
  END IF;
END $$;
