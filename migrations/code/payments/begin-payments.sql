-- Takes a file of payments: once, whatever is sent again. Within the person's limits a job is begun that posts it (post-payments.sql);
-- above them the whole file waits for a second person.

-- Refuses what was taken before, by the name of what is the same.
CREATE OR REPLACE FUNCTION require_new_payments(p_account uuid, p_hash bytea, p_message_id text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE earlier jsonb := earlier_payments(p_account, p_hash, p_message_id);
BEGIN
  IF earlier ->> 'same' = 'FILE' THEN
    PERFORM refuse('PAYMENT_FILE_KNOWN',
      jsonb_build_object('file', earlier -> 'file', 'person', earlier -> 'person', 'date', earlier -> 'date'));
  END IF;
  IF earlier ->> 'same' = 'MESSAGE' THEN
    PERFORM refuse('PAYMENT_MESSAGE_KNOWN', jsonb_build_object('message', earlier -> 'message', 'file', earlier -> 'file',
      'person', earlier -> 'person', 'date', earlier -> 'date'));
  END IF;
END $$;

-- Writes the lines of a file. One that the application refused stays with its refusal, whose facts are texts; one that the ledger would
-- refuse gets its own.
CREATE OR REPLACE FUNCTION add_payment_lines(who identity, payer accounts, p_import uuid, p_lines jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  rule jsonb := payment_fee_rule(payer, date_of_branch(who.branch_id));
  decimals int := (SELECT minor_units FROM currencies WHERE code = payer.currency);
BEGIN
  PERFORM check_amount(l.amount, payer.currency) FROM jsonb_to_recordset(p_lines) AS l (amount numeric, refusal text)
    WHERE l.refusal IS NULL;
  INSERT INTO payment_lines (import_id, line, account_text, account_id, amount, name, reference, refusal, facts)
    SELECT p_import, l.line, left(clean_text(l.account), 100), t.account_id, nullif(l.amount, 0), left(clean_text(l.name), 140),
      left(clean_text(l.reference), 140),
      coalesce(l.refusal, t.problem, CASE WHEN l.amount > 0 AND t.account_id IS NOT NULL THEN NULL ELSE 'AMOUNT_ZERO' END),
      (SELECT jsonb_object_agg(key, left(value, 200)) FROM jsonb_each_text(CASE jsonb_typeof(l.facts) WHEN 'object' THEN l.facts END)
        WHERE value IS NOT NULL)
    FROM jsonb_to_recordset(p_lines) AS l (line int, account text, amount numeric, name text, reference text, refusal text, facts jsonb)
      LEFT JOIN payment_targets(who, payer, ARRAY(SELECT g ->> 'account' FROM jsonb_array_elements(p_lines) AS g)) AS t
        ON t.number = l.account;
  IF rule IS NOT NULL THEN
    UPDATE payment_lines SET fee = greatest(coalesce(fee_by(rule, amount, decimals), 0), 0) WHERE import_id = p_import AND refusal IS NULL;
    UPDATE payment_imports SET fees = (SELECT coalesce(sum(fee), 0) FROM payment_lines WHERE import_id = p_import) WHERE id = p_import;
  END IF;
END $$;

-- Which limit of a person a file exceeds as a whole, or null; then it is counted as posted alone.
CREATE OR REPLACE FUNCTION payments_need_approval(who identity, payer accounts, p_import payment_imports) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE lines posting_line[] := (SELECT limited_lines(payer, array_agg(account_id), array_agg(amount)) FROM payment_lines
    WHERE import_id = p_import.id AND refusal IS NULL);
BEGIN
  RETURN posting_needs_approval(who, 'TRANSFER', lines, payer.currency, (require_open_day(who.branch_id)).business_date);
END $$;

-- p_payments and p_total are what was shown to the person: where the ledger would post another number or sum, nothing is taken. Errors:
-- those of the paying account, AMOUNT_TOO_LARGE, BRANCH_DAY_CLOSED, CHANGED_MEANWHILE, KEY_REUSED, PAYMENT_FILE_KNOWN,
-- PAYMENT_MESSAGE_KNOWN, TOO_MANY_POSTINGS.
CREATE OR REPLACE FUNCTION begin_payments(p_key uuid, p_account uuid, p_file_name text, p_format text, p_hash bytea, p_message_id text,
  p_description text, p_payments int, p_total numeric, p_lines jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  payer accounts := require_payer(who, p_account);
  made payment_imports;
  exceeded text;
BEGIN
  IF jsonb_array_length(p_lines) > 20000 THEN PERFORM refuse('TOO_MANY_POSTINGS'); END IF;
  PERFORM require_open_day(who.branch_id);
  PERFORM require_unsettled(who, p_key);
  SELECT * INTO made FROM payment_imports WHERE id = p_key;
  IF FOUND THEN
    IF (made.requested_by, made.account_id, made.file_hash) IS DISTINCT FROM (who.user_id, p_account, p_hash) THEN
      PERFORM refuse('KEY_REUSED');
    END IF;
    RETURN payments_view(made);
  END IF;
  PERFORM require_new_payments(p_account, p_hash, p_message_id), check_amount(p_total, payer.currency);
  IF p_payments < 1 OR p_total = 0 THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  INSERT INTO payment_imports (id, branch_id, account_id, currency, file_name, file_hash, format, message_id, description, payments, total,
      left_out, status, requested_by)
    VALUES (p_key, who.branch_id, p_account, payer.currency, left(clean_text(p_file_name), 200), p_hash, p_format, clean_text(p_message_id),
      nullif(clean_text(p_description), ''), p_payments, p_total, jsonb_array_length(p_lines) - p_payments, 'WAITING', who.user_id)
    ON CONFLICT DO NOTHING RETURNING * INTO made;
  IF NOT FOUND THEN
    PERFORM require_new_payments(p_account, p_hash, p_message_id); -- another call was first
    PERFORM refuse('KEY_REUSED');
  END IF;
  PERFORM add_payment_lines(who, payer, p_key, p_lines);
  IF (SELECT (count(*), coalesce(sum(amount), 0)) FROM payment_lines WHERE import_id = p_key AND refusal IS NULL)
      IS DISTINCT FROM (p_payments::bigint, p_total) THEN
    PERFORM refuse('CHANGED_MEANWHILE');
  END IF;
  SELECT * INTO made FROM payment_imports WHERE id = p_key;
  exceeded := payments_need_approval(who, payer, made);
  PERFORM hold_for_payments(who, made);
  IF exceeded IS NULL THEN
    made := start_payments(made, who.user_id);
  ELSE
    PERFORM propose(who, p_key, 'PAYMENTS', 'payment_imports', p_key, jsonb_build_object('exceeded', exceeded));
  END IF;
  RETURN payments_view(made);
END $$;
