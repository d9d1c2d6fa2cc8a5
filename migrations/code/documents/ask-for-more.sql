-- What a supervisor asks of a customer beside what was brought. The teller sees it at the counter; what is brought takes it off.

-- Asks under a key of its own: sent twice, it is asked once. Errors: CUSTOMER_NOT_FOUND, OTHER_BRANCH, CASE_CLAIMED, KEY_REUSED.
CREATE OR REPLACE FUNCTION ask_for_more(p_id uuid, p_customer uuid, p_missing text[], p_words text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  asked kyc_requests;
  words text := nullif(clean_text(p_words), '');
BEGIN
  PERFORM require_branch_of_customer(who, 'DOCUMENT_DECIDE', p_customer);
  SELECT * INTO asked FROM kyc_requests WHERE id = p_id;
  IF FOUND THEN
    IF (asked.customer_id, asked.missing, asked.words, asked.created_by)
        IS DISTINCT FROM (p_customer, p_missing, words::varchar, who.user_id) THEN
      PERFORM refuse('KEY_REUSED');
    END IF;
    RETURN;
  END IF;
  PERFORM require_unclaimed(who, p_customer);
  INSERT INTO kyc_requests (id, customer_id, missing, still_missing, words, created_by)
    VALUES (p_id, p_customer, p_missing, p_missing, words, who.user_id);
END $$;

-- Takes back what is not needed any more.
CREATE OR REPLACE FUNCTION end_request(p_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  asked kyc_requests;
BEGIN
  SELECT * INTO asked FROM kyc_requests WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('REQUEST_NOT_FOUND'); END IF;
  PERFORM require_branch_of_customer(who, 'DOCUMENT_DECIDE', asked.customer_id);
  UPDATE kyc_requests SET ended_at = clock_timestamp(), ended_by = who.user_id WHERE id = p_id AND ended_at IS NULL;
END $$;

-- What a document that is uploaded takes off what is asked: its own kind, and whatever a document of any kind can bring.
CREATE OR REPLACE FUNCTION answer_requests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE brought text := need_of(NEW.document_type);
BEGIN
  UPDATE kyc_requests SET still_missing = left_over.codes,
      ended_at = CASE WHEN cardinality(left_over.codes) = 0 THEN clock_timestamp() END
    FROM (SELECT id, ARRAY(SELECT code FROM unnest(still_missing) AS code
        WHERE code IN ('IDENTITY', 'ADDRESS') AND code IS DISTINCT FROM brought) AS codes
      FROM kyc_requests WHERE customer_id = NEW.customer_id AND ended_at IS NULL) AS left_over
    WHERE kyc_requests.id = left_over.id AND kyc_requests.still_missing <> left_over.codes;
  RETURN NULL;
END $$;

-- What a type of document proves, an extract of the register of a company; null of one that proves nothing.
CREATE OR REPLACE FUNCTION need_of(p_type document_type) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_type::text IN ('NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE', 'REGISTER_EXTRACT') THEN 'IDENTITY'
    WHEN p_type IN ('UTILITY_BILL', 'BANK_STATEMENT') THEN 'ADDRESS' END $$;

-- What is asked of a customer and not brought yet, the first one first, in the shape of the contract.
CREATE OR REPLACE FUNCTION list_requests(p_customer uuid) RETURNS SETOF jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  n int;
BEGIN
  PERFORM require_branch_of_customer(who, 'CUSTOMER_READ', p_customer);
  RETURN QUERY SELECT jsonb_build_object('id', r.id, 'missing', r.still_missing, 'words', r.words, 'askedBy', u.full_name,
      'askedAt', r.created_at, 'kind', c.kind)
    FROM kyc_requests r JOIN users u ON u.id = r.created_by JOIN customers c ON c.id = r.customer_id
    WHERE r.customer_id = p_customer AND r.ended_at IS NULL
    ORDER BY r.created_at, r.id;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM count_reads(who, n);
END $$;
