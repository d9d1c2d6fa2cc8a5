-- Files of payments as a window shows them.

-- What has become of a file's lines so far; a file that has ended keeps it.
CREATE OR REPLACE FUNCTION lines_of_file(p_import uuid) RETURNS TABLE (posted int, refused int, posted_total numeric) LANGUAGE sql STABLE
ROWS 1 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT count(transaction_id)::int, count(refusal)::int, coalesce(sum(amount) FILTER (WHERE transaction_id IS NOT NULL), 0.00)
  FROM payment_lines WHERE import_id = p_import $$;

CREATE OR REPLACE FUNCTION payments_view(p_import payment_imports) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', p_import.id, 'fileName', p_import.file_name, 'fileHash', encode(p_import.file_hash, 'hex'),
    'format', p_import.format, 'messageId', p_import.message_id, 'accountNumber', a.account_number,
    'holder', concat_ws(' ', c.first_name, c.last_name), 'currency', p_import.currency, 'payments', p_import.payments,
    'total', p_import.total::text, 'leftOut', p_import.left_out, 'posted', l.posted, 'postedTotal', l.posted_total::text,
    'refused', l.refused - p_import.left_out, 'fee', p_import.fees::text, 'feePosted', coalesce(fee.amount, 0.00)::text,
    'feePosting', fee.transaction_id, 'status', p_import.status, 'requestedBy', u.full_name,
    'requestedAt', p_import.requested_at)
  FROM accounts a JOIN customers c ON c.id = a.customer_id LEFT JOIN transactions fee ON fee.id = p_import.fee_transaction_id, users u,
    LATERAL (SELECT p_import.posted, p_import.refused, p_import.posted_total WHERE p_import.posted IS NOT NULL
      UNION ALL SELECT n.* FROM lines_of_file(p_import.id) AS n WHERE p_import.posted IS NULL) AS l
  WHERE a.id = p_import.account_id AND u.id = p_import.requested_by $$;

-- The last fifty files of the branch, the newest first.
CREATE OR REPLACE FUNCTION list_payments() RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  files jsonb := (SELECT coalesce(jsonb_agg(payments_view(i) ORDER BY i.requested_at DESC, i.id), '[]')
    FROM (SELECT * FROM payment_imports WHERE branch_id = who.branch_id ORDER BY requested_at DESC, id LIMIT 50) AS i);
BEGIN
  PERFORM count_reads(who, jsonb_array_length(files));
  RETURN files;
END $$;

-- A file with what became of each of its lines.
CREATE OR REPLACE FUNCTION read_payments(p_id uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  file payment_imports;
BEGIN
  SELECT * INTO file FROM payment_imports WHERE id = p_id AND branch_id = who.branch_id;
  IF NOT FOUND THEN PERFORM refuse('PAYMENTS_NOT_FOUND'); END IF;
  PERFORM count_reads(who, file.payments + file.left_out);
  RETURN jsonb_build_object('file', payments_view(file), 'lines', (SELECT jsonb_agg(jsonb_build_object('line', l.line,
      'account', l.account_text, 'name', l.name, 'holder', other_holder_of(l.account_id, l.name), 'amount', l.amount::text,
      'reference', l.reference, 'posting', t.transaction_id,
      'problem', CASE WHEN l.refusal IS NOT NULL THEN jsonb_build_object('code', l.refusal, 'details', coalesce(l.facts, '{}')) END)
      ORDER BY l.line)
    FROM payment_lines l LEFT JOIN transactions t ON t.id = l.transaction_id WHERE l.import_id = p_id));
END $$;
