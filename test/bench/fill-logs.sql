-- What a bank of some years has beside its postings: an audit log, decided proposals, holds and files of payments. After multiply.sql.

-- So many rows of the audit log along the time of the postings: most of postings and looks, few sign-ins, and every hundred-thousandth
-- something rare.
CREATE PROCEDURE pg_temp.fill_audit(p_rows int) LANGUAGE plpgsql AS $$
DECLARE began timestamptz := (SELECT min(created_at) FROM transactions);
BEGIN
  CALL pg_temp.put_aside('audit_logs');
  SET LOCAL ROLE corex_owner;
  PERFORM ensure_audit_partition((began + m * interval '1 month')::date) FROM generate_series(0, 12) AS m
    WHERE began + m * interval '1 month' < now() + interval '1 month';
  RESET ROLE;
  INSERT INTO audit_logs (id, user_id, action, resource_type, resource_id, details, created_at, xid, hash, actor, cause_type, cause_id,
      workstation, build)
    SELECT pg_catalog.uuidv7(o.at - clock_timestamp()), o.created_by, kind.action, kind.type, kind.id,
      (CASE kind.action WHEN 'POSTED' THEN jsonb_strip_nulls(jsonb_build_object('after', to_jsonb(o) - '{payload_hash,n,at}'::text[]))
        ELSE '{}' END)::json,
      o.at, '1', '\x00', 'PERSON', 'INTENT', o.idempotency_key, 'demo', 'bench'
    FROM (SELECT *, began + n * ((now() - began) / p_rows) AS at FROM (SELECT *, row_number() OVER () AS n FROM transactions
        WHERE created_by IS NOT NULL LIMIT p_rows) AS t) AS o,
      LATERAL (SELECT CASE WHEN n % 100000 = 7 THEN 'KYC_REJECTED' WHEN n % 100 < 60 THEN 'POSTED' WHEN n % 100 < 95 THEN 'VIEWED'
          ELSE 'SIGN_IN' END AS action,
        CASE WHEN n % 100000 = 7 THEN 'kyc_documents' WHEN n % 100 < 60 THEN 'transactions' WHEN n % 100 < 95 THEN 'accounts'
          ELSE 'users' END AS type,
        CASE WHEN n % 100 < 60 THEN o.id WHEN n % 100 < 95 THEN o.to_account_id ELSE o.created_by END AS id) AS kind;
  CALL pg_temp.put_back();
END $$;

-- Proposals of the last days that were approved, holds of which most are released, and fifty files of payments.
CREATE PROCEDURE pg_temp.fill_rest(p_rows int) LANGUAGE plpgsql AS $$
DECLARE
  teller uuid := (SELECT id FROM users WHERE role = 'TELLER' ORDER BY id LIMIT 1);
  supervisor uuid := (SELECT id FROM users WHERE role = 'SUPERVISOR' ORDER BY id LIMIT 1);
  branch uuid := (SELECT id FROM branches LIMIT 1);
BEGIN
  INSERT INTO approvals (id, kind, branch_id, subject_type, subject_id, payload, facts, status, proposed_by, proposed_at, decided_by, decided_at,
      shown_facts, shown_hash, result)
    SELECT pg_catalog.uuidv7(), CASE WHEN n % 5000 = 0 THEN 'CHART' ELSE 'POSTING' END, branch, 'transactions', a.id, '{}',
      jsonb_build_object('subject', a.account_number), 'APPROVED', CASE WHEN n % 5000 = 0 THEN supervisor ELSE teller END,
      now() - n * interval '1 minute', (SELECT max(id::text)::uuid FROM users WHERE role = 'SUPERVISOR'), now() - n * interval '1 minute',
      jsonb_build_object('subject', a.account_number), '\x00', '{}'
    FROM (SELECT id, account_number, row_number() OVER () AS n FROM accounts WHERE customer_id IS NOT NULL LIMIT p_rows) AS a;
  INSERT INTO holds (account_id, amount, currency, reason, kind, placed_by, released_at, release_reason)
    SELECT id, 1, currency, 'Made up', 'PLACED', supervisor, CASE WHEN n % 20 > 0 THEN now() END, CASE WHEN n % 20 > 0 THEN 'Made up' END
    FROM (SELECT id, currency, row_number() OVER () AS n FROM accounts WHERE customer_id IS NOT NULL LIMIT p_rows) AS a;
  UPDATE balances b SET held = 1, available_balance = available_balance - 1 FROM holds h WHERE h.account_id = b.account_id AND h.released_at IS NULL;
  INSERT INTO payment_imports (id, branch_id, account_id, currency, file_name, file_hash, format, payments, total, left_out, status, job_id,
      requested_by, posted, refused, posted_total)
    SELECT pg_catalog.uuidv7(), branch, a.id, a.currency, 'Made up', sha256(a.id::text::bytea), 'CSV', 1000, 1000, 0, 'DROPPED', NULL, teller, 0, 0, 0
    FROM (SELECT id, currency FROM accounts WHERE customer_id IS NOT NULL LIMIT 50) AS a;
  INSERT INTO payment_lines (import_id, line, account_text, account_id, amount, name, reference)
    SELECT i.id, line, 'Made up', i.account_id, 1, '', '' FROM payment_imports i, generate_series(1, 1000) AS line;
END $$;
