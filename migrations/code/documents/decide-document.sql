-- Whether this content of a document was drawn in this session, which is the person's own: what a colleague has looked at, beside whom the
-- person decides, was not shown to them. What rests on a document is decided only by who was shown it.
CREATE OR REPLACE FUNCTION was_shown(who identity, p_document uuid, p_digest bytea) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM document_views v JOIN sessions s ON s.id = v.session_id AND s.user_id = who.user_id
    WHERE v.document_id = p_document AND v.session_id = who.session_id AND v.content_digest = p_digest AND v.shown_at IS NOT NULL)
$$;

-- Decides one document once: at its customer's home branch, by somebody else than the uploader, in a case that nobody else has, and
-- bound to the content that the caller names. Approving needs that content to have been shown in this session; rejecting does not,
-- because that may be the reason.
CREATE OR REPLACE FUNCTION decide_document(who identity, p_document uuid, p_digest bytea, p_decision document_status, p_code text,
  p_reason text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  pending kyc_documents;
  shown boolean;
BEGIN
  PERFORM require_fresh_code(who);
  SELECT * INTO pending FROM kyc_documents WHERE id = p_document FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('DOCUMENT_NOT_FOUND'); END IF;
  PERFORM require_branch_of_customer(who, 'DOCUMENT_DECIDE', pending.customer_id);
  IF pending.status <> 'PENDING' THEN PERFORM refuse('ALREADY_DECIDED'); END IF;
  IF pending.created_by = who.user_id THEN PERFORM refuse('OWN_UPLOAD'); END IF;
  PERFORM require_unclaimed(who, pending.customer_id);
  IF p_digest IS DISTINCT FROM pending.content_digest THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  IF p_decision = 'APPROVED' AND pending.expires_at < local_date() THEN
    PERFORM refuse('DOCUMENT_EXPIRED', jsonb_build_object('expiresAt', pending.expires_at));
  END IF;
  IF p_decision = 'APPROVED' THEN PERFORM require_recent_proof(pending); END IF;
  shown := was_shown(who, p_document, p_digest);
  IF p_decision = 'APPROVED' AND NOT shown THEN PERFORM refuse('NOT_SHOWN'); END IF;
  UPDATE kyc_documents SET status = p_decision, rejection_code = p_code, rejection_reason = p_reason,
    decided_digest = p_digest, shown_to_checker = shown, verified_by = who.user_id, decided_at = clock_timestamp() WHERE id = p_document;
  DELETE FROM kyc_claims k WHERE k.customer_id = pending.customer_id
    AND NOT EXISTS (SELECT FROM kyc_documents d WHERE d.customer_id = k.customer_id AND d.status = 'PENDING');
END $$;

-- Refuses a proof of address, or an extract, that is older than the policy of its customer lets it be. One that says no date counts from
-- when it was uploaded.
CREATE OR REPLACE FUNCTION require_recent_proof(pending kyc_documents) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  holder customers := (SELECT c FROM customers c WHERE c.id = pending.customer_id);
  asked kyc_policies := kyc_policy_of(holder);
  allowed int := CASE WHEN need_of(pending.document_type) = 'ADDRESS' THEN asked.address_days
    WHEN pending.document_type::text = 'REGISTER_EXTRACT' THEN asked.extract_days END;
BEGIN
  IF coalesce(pending.issued_on, (pending.created_at AT TIME ZONE 'UTC')::date) < limit_date(holder.branch_id) - allowed THEN
    PERFORM refuse('PROOF_TOO_OLD', jsonb_build_object('days', allowed::text));
  END IF;
END $$;

CREATE OR REPLACE FUNCTION approve_document(p_document uuid, p_digest bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM decide_document(require_maker('SUPERVISOR'), p_document, p_digest, 'APPROVED', NULL, NULL);
END $$;

-- The reason is one of a list, and in words what the customer is told.
CREATE OR REPLACE FUNCTION reject_document(p_document uuid, p_digest bytea, p_code text, p_reason text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM decide_document(require_maker('SUPERVISOR'), p_document, p_digest, 'REJECTED', coalesce(p_code, 'OTHER'), clean_text(p_reason));
END $$;
