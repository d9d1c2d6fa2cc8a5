-- The audit rows of transactions. One that is posted never changes again: its row keeps the hash of it instead of all that it says
-- (docs/decisions/0052), and who made it and from what cause, which the posting says itself. The rows of many are written together.

-- The hash of what a posting says beyond its audit row, whatever the settings. A posted transaction has it for ever: a column that is new
-- is no part of it.
CREATE OR REPLACE FUNCTION posted_hash(t transactions) RETURNS text LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  RETURN encode(sha256(convert_to(json_build_array(t.transaction_id, t.idempotency_key, encode(t.payload_hash, 'hex'), t.from_account_id,
    t.to_account_id, t.amount, t.currency, t.transaction_type, t.description, t.business_date, t.branch_id, t.created_at, t.processed_at,
    t.value_date, t.reversal_of, t.reason_code)::text, 'UTF8')), 'base64');
END $$;

-- The row's own hash is that of audit_hash(): json_build_array() writes the same text as the jsonb there, for half the work. The keys of
-- the rows are one and numbered from it, as in numbered_ids(): the last digits of the postings' own keys may be the same.
CREATE OR REPLACE FUNCTION audit_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  at timestamptz := clock_timestamp();
  epoch text := extract(epoch FROM at);
  drawn text := left(uuidv7()::text, 30);
BEGIN
  IF to_regclass('corex.audit_logs_' || to_char(at, 'YYYYMM')) IS NULL THEN PERFORM ensure_audit_partition(at::date); END IF;
  INSERT INTO audit_logs (id, user_id, action, resource_type, resource_id, details, created_at, xid, hash, actor, cause_type, cause_id,
      workstation, session_id, build)
    SELECT a.key, a.created_by, a.action, 'transactions', a.id, a.details, at, pg_current_xact_id(),
      sha256(convert_to(json_build_array(a.key, a.created_by, a.action, 'transactions', a.id, a.details::text, epoch,
        pg_current_xact_id()::text, a.actor, a.cause_type, a.cause_id, a.workstation, a.session_id, a.build)::text, 'UTF8')),
      a.actor, a.cause_type, a.cause_id, a.workstation, a.session_id, a.build
    FROM (SELECT (drawn || right(to_hex(row_number() OVER () + 16777216), 6))::uuid AS key, w.id, w.created_by, w.actor, w.cause_type,
        w.cause_id, w.workstation, w.session_id, w.build, CASE w.status WHEN 'COMPLETED' THEN 'POSTED' ELSE 'CREATED' END AS action,
        CASE w.status WHEN 'COMPLETED' THEN json_build_object('hash', posted_hash(w))
          ELSE json_build_object('after', jsonb_strip_nulls(to_jsonb(w) - 'payload_hash')) END AS details
      FROM written w OFFSET 0) AS a;
  RETURN NULL;
END $$;

-- What is still pending may change.
CREATE OR REPLACE FUNCTION audit_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE made origin := current_origin();
BEGIN
  PERFORM write_audit(made.user_id, CASE NEW.status WHEN OLD.status THEN 'CHANGED' ELSE 'STATUS_' || NEW.status END, 'transactions', NEW.id,
    jsonb_strip_nulls(jsonb_build_object('before', to_jsonb(OLD) - 'payload_hash', 'after', to_jsonb(NEW) - 'payload_hash')), made);
  RETURN NULL;
END $$;
