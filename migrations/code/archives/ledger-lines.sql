-- A posting of the ledger as one line of text: what its row and its entries say, in one order, whatever the settings. The lines of a day
-- are what is hashed, what is exported, and what an export is compared with. A line of format 1 stays as it is for ever: a column that is
-- new gets another format, which years that are sealed later have.

CREATE OR REPLACE FUNCTION archive_format() RETURNS smallint LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT 1::smallint $$;

-- Lines of the day of a branch after one of them; null: from the first one, and all of them. Posting by posting: joined as a whole, the
-- table of all entries would be read.
CREATE OR REPLACE FUNCTION ledger_lines(p_branch uuid, p_date date, p_after uuid, p_limit int) RETURNS TABLE (id uuid, line text)
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO, YMD'
SET bytea_output = 'hex' AS $$
  SELECT t.id, json_build_object('id', t.id, 'reference', t.transaction_id, 'key', t.idempotency_key,
    'payload', encode(t.payload_hash, 'hex'), 'from', t.from_account_id, 'to', t.to_account_id, 'amount', t.amount::text,
    'currency', t.currency, 'type', t.transaction_type,
    'description', t.description, 'status', t.status, 'date', t.business_date, 'valueDate', t.value_date, 'branch', t.branch_id,
    'by', t.created_by, 'at', t.created_at, 'processedAt', t.processed_at, 'actor', t.actor, 'causeType', t.cause_type,
    'cause', coalesce(t.cause_id, CASE t.cause_type WHEN 'INTENT' THEN t.idempotency_key END),
    'workstation', t.workstation, 'session', t.session_id, 'build', t.build, 'reversalOf', t.reversal_of, 'reason', t.reason_code,
    'statusReason', t.status_reason, 'entries', coalesce(e.entries, '[]'))::text
  FROM transactions t LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', l.id, 'account', a.account_number, 'accountId', l.account_id, 'side', l.entry_type,
        'amount', l.amount::text, 'sequence', l.sequence, 'balance', l.balance_after::text, 'available', l.available_after::text,
        'date', l.business_date, 'valueDate', l.value_date, 'actor', l.actor, 'at', coalesce(l.created_at, t.processed_at, t.created_at))
        ORDER BY l.id, l.account_id, l.sequence) AS entries
    FROM (SELECT * FROM entries WHERE transaction_id = t.id OFFSET 0) AS l
      LEFT JOIN LATERAL (SELECT account_number FROM accounts WHERE id = l.account_id OFFSET 0) AS a ON true) AS e ON true
  WHERE t.branch_id = p_branch AND t.business_date = p_date AND (p_after IS NULL OR t.id > p_after)
  ORDER BY t.id LIMIT p_limit $$;

-- What a day comes to: how many lines, and the hash of their hashes, by which one line can be shown to be among them without the others.
CREATE OR REPLACE FUNCTION ledger_piece(p_branch uuid, p_date date, OUT rows int, OUT hash bytea) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT count(*)::int, sha256(coalesce(string_agg(sha256(convert_to(line, 'UTF8')), ''::bytea ORDER BY id), ''))
  FROM ledger_lines(p_branch, p_date, NULL, NULL) $$;

-- The dates on which branches recorded something in a period. Steps through the index from date to date.
CREATE OR REPLACE FUNCTION recorded_days(p_from date, p_to date) RETURNS TABLE (branch_id uuid, day date) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH RECURSIVE recorded AS (
    SELECT b.id AS branch_id,
      (SELECT min(t.business_date) FROM transactions t WHERE t.branch_id = b.id AND t.business_date >= p_from) AS day FROM branches b
    UNION ALL
    SELECT r.branch_id, (SELECT min(t.business_date) FROM transactions t WHERE t.branch_id = r.branch_id AND t.business_date > r.day)
    FROM recorded r WHERE r.day <= p_to)
  SELECT r.branch_id, r.day FROM recorded r WHERE r.day BETWEEN p_from AND p_to $$;
