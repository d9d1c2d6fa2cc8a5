-- A legal hold keeps all documents of a customer: one supervisor places it, another one releases it.

-- Placed under a key of its own: sent twice, it is placed once. Errors: CUSTOMER_NOT_FOUND, OTHER_BRANCH, KEY_REUSED.
CREATE OR REPLACE FUNCTION place_legal_hold(p_id uuid, p_customer uuid, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  placed legal_holds;
BEGIN
  -- Format characters alone are no reason.
  IF coalesce(clean_text(p_reason), '') = '' THEN PERFORM refuse('VALIDATION'); END IF;
  PERFORM FROM customers WHERE id = p_customer FOR NO KEY UPDATE;
  PERFORM require_branch_of_customer(who, 'DOCUMENT_DECIDE', p_customer);
  SELECT * INTO placed FROM legal_holds WHERE id = p_id;
  IF FOUND THEN
    IF (placed.customer_id, placed.reason, placed.placed_by) IS DISTINCT FROM (p_customer, clean_text(p_reason)::varchar, who.user_id) THEN
      PERFORM refuse('KEY_REUSED');
    END IF;
    RETURN;
  END IF;
  INSERT INTO legal_holds (id, customer_id, reason, placed_by) VALUES (p_id, p_customer, clean_text(p_reason), who.user_id);
END $$;

-- Of two who release at once, the second is refused. Errors: LEGAL_HOLD_NOT_FOUND, OTHER_BRANCH, LEGAL_HOLD_RELEASED, OWN_LEGAL_HOLD.
CREATE OR REPLACE FUNCTION release_legal_hold(p_id uuid, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  hold legal_holds;
BEGIN
  IF coalesce(clean_text(p_reason), '') = '' THEN PERFORM refuse('VALIDATION'); END IF;
  SELECT * INTO hold FROM legal_holds WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('LEGAL_HOLD_NOT_FOUND'); END IF;
  PERFORM require_branch_of_customer(who, 'DOCUMENT_DECIDE', hold.customer_id);
  IF hold.released_at IS NOT NULL THEN PERFORM refuse('LEGAL_HOLD_RELEASED'); END IF;
  IF hold.placed_by = who.user_id THEN PERFORM refuse('OWN_LEGAL_HOLD'); END IF;
  UPDATE legal_holds SET released_by = who.user_id, released_at = clock_timestamp(), release_reason = clean_text(p_reason) WHERE id = p_id;
END $$;

-- The holds of a customer that stand, as the customer's page shows them.
CREATE OR REPLACE FUNCTION legal_holds_view(who identity, p_customer uuid) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'reason', h.reason, 'by', u.full_name, 'at', h.placed_at,
    'own', h.placed_by = who.user_id) ORDER BY h.placed_at, h.id), '[]')
  FROM legal_holds h JOIN users u ON u.id = h.placed_by WHERE h.customer_id = p_customer AND h.released_at IS NULL $$;
