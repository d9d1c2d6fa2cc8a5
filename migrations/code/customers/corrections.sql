-- A customer's name, birth and nationality are corrected by two people: one proposes, with the uploaded document that shows it, and a
-- supervisor who is somebody else decides, once. What was proposed is bound to how the customer stood then.

-- The customer as it would be.
CREATE OR REPLACE FUNCTION corrected_customer(c customers, p_right customers) RETURNS customers LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  c.first_name := p_right.first_name;
  c.last_name := p_right.last_name;
  c.date_of_birth := p_right.date_of_birth;
  c.nationality := coalesce(p_right.nationality, c.nationality);
  RETURN c;
END $$;

-- Proposes a correction under a key of its own: sent twice, it is proposed once. p_right holds name, birth and nationality as they
-- should be; without a nationality it stays as it is.
CREATE OR REPLACE FUNCTION propose_correction(p_id uuid, p_customer uuid, p_document uuid, p_right jsonb, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  corrected customers := typed_customer(p_right);
  now_ customers;
BEGIN
  PERFORM FROM customer_corrections WHERE id = p_id AND customer_id = p_customer AND document_id = p_document AND created_by = who.user_id
    AND (first_name, last_name, date_of_birth, reason)
      IS NOT DISTINCT FROM (corrected.first_name, corrected.last_name, corrected.date_of_birth, clean_text(p_reason))
    AND nationality IS NOT DISTINCT FROM coalesce(corrected.nationality, from_nationality);
  IF FOUND THEN RETURN; END IF;
  SELECT * INTO now_ FROM customers WHERE id = p_customer FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'CUSTOMER_STATUS', now_.branch_id);
  PERFORM FROM kyc_documents WHERE id = p_document AND customer_id = p_customer AND status IN ('PENDING', 'APPROVED')
    AND need_of(document_type) = 'IDENTITY';
  IF NOT FOUND THEN PERFORM refuse('DOCUMENT_NOT_FOUND'); END IF;
  PERFORM check_name(corrected.first_name), check_name(corrected.last_name), check_birth(corrected_customer(now_, corrected));
  corrected := corrected_customer(now_, corrected);
  IF (corrected.first_name, corrected.last_name, corrected.date_of_birth, corrected.nationality) IS NOT DISTINCT FROM
      (now_.first_name, now_.last_name, now_.date_of_birth, now_.nationality) THEN PERFORM refuse('NOTHING_TO_CORRECT'); END IF;
  IF EXISTS (SELECT FROM customer_corrections WHERE customer_id = p_customer AND status = 'PENDING') THEN
    PERFORM refuse('CORRECTION_WAITS');
  END IF;
  INSERT INTO customer_corrections (id, customer_id, document_id, from_first_name, from_last_name, from_date_of_birth, from_nationality,
      first_name, last_name, date_of_birth, nationality, reason, created_by)
    VALUES (p_id, p_customer, p_document, now_.first_name, now_.last_name, now_.date_of_birth, now_.nationality, corrected.first_name,
      corrected.last_name, corrected.date_of_birth, corrected.nationality, clean_text(p_reason), who.user_id);
  PERFORM propose(who, p_id, 'CUSTOMER_CORRECTION', 'customers', p_customer, '{}');
END $$;

-- The proposal that is to be decided, locked, or a refusal.
CREATE OR REPLACE FUNCTION open_correction(who identity, p_id uuid) RETURNS customer_corrections LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE proposal customer_corrections;
BEGIN
  PERFORM FROM approvals WHERE id = p_id FOR UPDATE;
  SELECT * INTO proposal FROM customer_corrections WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('CORRECTION_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'CUSTOMER_STATUS', (SELECT branch_id FROM customers WHERE id = proposal.customer_id));
  IF proposal.status <> 'PENDING' THEN PERFORM refuse('ALREADY_DECIDED'); END IF;
  IF proposal.created_by = who.user_id THEN PERFORM refuse('OWN_PROPOSAL'); END IF;
  RETURN proposal;
END $$;

-- What the second person is shown: the customer as it is, and what is to be right.
CREATE OR REPLACE FUNCTION show_correction(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', concat_ws(' ', c.first_name, c.last_name), 'customerNumber', c.customer_number,
    'newName', concat_ws(' ', k.first_name, k.last_name), 'birth', c.date_of_birth, 'newBirth', k.date_of_birth,
    'nationality', c.nationality, 'newNationality', coalesce(k.nationality, c.nationality), 'why', k.reason,
    'documentId', d.id, 'documentStatus', d.status))
  FROM customer_corrections k JOIN customers c ON c.id = k.customer_id JOIN kyc_documents d ON d.id = k.document_id
  WHERE k.id = proposal.id $$;

-- Corrects it: the document has to be approved by then and shown to who decides in this session, and the customer to be what they were.
-- A proposal of a release that knew no nationality leaves it as it is.
CREATE OR REPLACE FUNCTION perform_correction(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  correction customer_corrections;
  shows_it kyc_documents;
BEGIN
  SELECT * INTO correction FROM customer_corrections WHERE id = proposal.id FOR UPDATE;
  SELECT * INTO shows_it FROM kyc_documents WHERE id = correction.document_id AND status = 'APPROVED';
  IF NOT FOUND THEN PERFORM refuse('DOCUMENT_NOT_APPROVED'); END IF;
  IF NOT was_shown(who, shows_it.id, shows_it.content_digest) THEN PERFORM refuse('NOT_SHOWN'); END IF;
  UPDATE customers SET first_name = correction.first_name, last_name = correction.last_name, date_of_birth = correction.date_of_birth,
      nationality = coalesce(correction.nationality, nationality)
    WHERE id = correction.customer_id AND (first_name, last_name, date_of_birth)
        IS NOT DISTINCT FROM (correction.from_first_name, correction.from_last_name, correction.from_date_of_birth)
      AND (correction.nationality IS NULL OR nationality IS NOT DISTINCT FROM correction.from_nationality);
  IF NOT FOUND THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  PERFORM acting_as('PERSON', 'APPROVAL', proposal.id, who.user_id);
  UPDATE customer_corrections SET status = 'APPROVED', decided_by = who.user_id, decided_at = clock_timestamp() WHERE id = correction.id;
  RETURN '{}';
END $$;

CREATE OR REPLACE FUNCTION end_correction(proposal approvals) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE customer_corrections SET status = proposal.status, decline_reason = proposal.decision_reason, decided_by = proposal.decided_by,
    decided_at = clock_timestamp() WHERE id = proposal.id $$;

-- The two decisions on a customer's page, beside the document.
CREATE OR REPLACE FUNCTION approve_correction(p_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('SUPERVISOR');
BEGIN
  PERFORM open_correction(who, p_id);
  PERFORM approve_as_it_is(who, p_id);
END $$;

CREATE OR REPLACE FUNCTION decline_correction(p_id uuid, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('SUPERVISOR');
BEGIN
  PERFORM open_correction(who, p_id);
  PERFORM end_approval(lock_approval(who, p_id), 'DECLINED', who.user_id, clean_text(p_reason));
END $$;
