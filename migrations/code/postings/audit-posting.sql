-- The audit rows of transactions. One that is posted never changes again: its row has its key, a moment and a hash over all that it says
-- (docs/decisions/0071). The rows of many are written together.

-- The hash of the audit row of a posting, whatever the settings. A posted transaction has it for ever: a column that is new is no part
-- of it.
CREATE OR REPLACE FUNCTION posting_audit_hash(p_at timestamptz, p_xid xid8, t transactions) RETURNS bytea LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  RETURN sha256(convert_to(json_build_array(extract(epoch FROM p_at)::text, p_xid::text, t.id, t.transaction_id, t.idempotency_key,
    encode(t.payload_hash, 'hex'), t.from_account_id, t.to_account_id, t.amount, t.currency, t.transaction_type, t.description,
    t.business_date, t.branch_id, t.created_by, t.created_at, t.processed_at, t.actor, t.cause_type, t.cause_id, t.workstation,
    t.session_id, t.build, t.value_date, t.reversal_of, t.reason_code)::text, 'UTF8'));
END $$;

-- What the rows of earlier releases have in their details: the hash of what a posting says beyond them.
CREATE OR REPLACE FUNCTION posted_hash(t transactions) RETURNS text LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  RETURN encode(sha256(convert_to(json_build_array(t.transaction_id, t.idempotency_key, encode(t.payload_hash, 'hex'), t.from_account_id,
    t.to_account_id, t.amount, t.currency, t.transaction_type, t.description, t.business_date, t.branch_id, t.created_at, t.processed_at,
    t.value_date, t.reversal_of, t.reason_code)::text, 'UTF8')), 'base64');
END $$;

-- Whether a row says nothing but which transaction was posted and its hash.
CREATE OR REPLACE FUNCTION is_bare_posting(a audit_logs) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT a.action = 'POSTED' AND a.resource_type = 'transactions' AND a.details::text = '{}' AND num_nonnulls(a.user_id, a.resource_id,
    a.cause_type, a.cause_id, a.workstation, a.session_id, a.build) = 0 $$;

-- What waits for a second person says all of itself, because it still changes.
CREATE OR REPLACE FUNCTION audit_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  at timestamptz := clock_timestamp();
  posted boolean := (SELECT bool_and(status = 'COMPLETED') FROM written);
  waiting transactions;
BEGIN
  IF to_regclass('corex.audit_logs_' || to_char(at, 'YYYYMM')) IS NULL THEN PERFORM ensure_audit_partition(at::date); END IF;
  INSERT INTO audit_logs (id, action, resource_type, details, created_at, xid, hash, actor, cause_type, workstation, build)
    SELECT w.id, 'POSTED', 'transactions', '{}', at, pg_current_xact_id(), posting_audit_hash(at, pg_current_xact_id(), w), w.actor, NULL,
      NULL, NULL
    FROM written w WHERE w.status = 'COMPLETED';
  IF posted THEN RETURN NULL; END IF;
  FOR waiting IN SELECT * FROM written WHERE status <> 'COMPLETED' LOOP
    PERFORM write_audit(waiting.created_by, 'CREATED', 'transactions', waiting.id,
      jsonb_build_object('after', jsonb_strip_nulls(to_jsonb(waiting) - 'payload_hash')), ROW(waiting.created_by, waiting.actor,
        waiting.cause_type, coalesce(waiting.cause_id, waiting.idempotency_key), waiting.workstation, waiting.session_id,
        waiting.build)::origin);
  END LOOP;
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
