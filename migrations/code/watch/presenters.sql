-- Who stands at the counter. The same document is the same person, and so are the same name and day of birth, however they are typed.

-- A name without case, accents, signs and the order of its words.
CREATE OR REPLACE FUNCTION presenter_name_key(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT left(coalesce(string_agg(word, ' ' ORDER BY word), ''), 250)
  FROM regexp_split_to_table(fold(t), '[^[:alnum:]]+') AS word WHERE word <> '' $$;

-- Whose cash it is that such a person brings or fetches: a customer's, or that of somebody who was named before; null of a new one.
CREATE OR REPLACE FUNCTION known_presenter(p posting_presenters) RETURNS uuid LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE known uuid;
BEGIN
  SELECT customer_id INTO known FROM kyc_documents
    WHERE number_key = p.number_key AND issuing_country = p.issuing_country AND status <> 'REJECTED' ORDER BY id LIMIT 1;
  IF known IS NOT NULL THEN RETURN known; END IF;
  SELECT person_id INTO known FROM posting_presenters
    WHERE number_key = p.number_key AND issuing_country = p.issuing_country ORDER BY transaction_id LIMIT 1;
  IF known IS NULL THEN
    SELECT id INTO known FROM customers WHERE date_of_birth = p.date_of_birth AND presenter_name_key(name_key) = p.name_key
      ORDER BY id LIMIT 1;
  END IF;
  IF known IS NULL THEN
    SELECT person_id INTO known FROM posting_presenters
      WHERE name_key = p.name_key AND date_of_birth = p.date_of_birth ORDER BY transaction_id LIMIT 1;
  END IF;
  RETURN coalesce((SELECT customer_id FROM presenter_links WHERE person_id = known), known);
END $$;

-- The person who was named at the counter, as they are counted: a customer by customerId, or somebody by name, day of birth and document.
-- Errors: CUSTOMER_NOT_FOUND, and those of the name.
CREATE OR REPLACE FUNCTION presenter_of(who identity, p_presenter jsonb) RETURNS posting_presenters LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE p posting_presenters;
BEGIN
  p.on_behalf_of := nullif(clean_name(p_presenter ->> 'onBehalfOf'), '');
  IF p_presenter ->> 'customerId' IS NOT NULL THEN
    SELECT id, concat_ws(' ', first_name, last_name), date_of_birth INTO p.customer_id, p.full_name, p.date_of_birth FROM customers
      WHERE id = (p_presenter ->> 'customerId')::uuid AND may_cross(who, 'CUSTOMER_READ', branch_id);
    IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
    p.person_id := p.customer_id;
  ELSE
    p.full_name := clean_name(p_presenter ->> 'name');
    PERFORM check_name(p.full_name);
    p.date_of_birth := (p_presenter ->> 'dateOfBirth')::date;
    p.document_type := (p_presenter -> 'document' ->> 'type')::document_type;
    p.document_number := clean_name(p_presenter -> 'document' ->> 'number');
    p.issuing_country := p_presenter -> 'document' ->> 'country';
    p.number_key := nullif(normalise_document_number(p.document_number), '');
  END IF;
  p.name_key := presenter_name_key(p.full_name);
  p.person_id := coalesce(p.person_id, known_presenter(p), uuidv7());
  IF EXISTS (SELECT FROM customers WHERE id = p.person_id) THEN p.customer_id := p.person_id; END IF;
  RETURN p;
END $$;

-- Who stood at the counter for a posting in cash, for its receipt; null of the holder and of a posting without cash.
CREATE OR REPLACE FUNCTION presenter_view(p_transaction uuid) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('name', p.full_name, 'dateOfBirth', p.date_of_birth,
    'document', CASE WHEN p.document_type IS NOT NULL THEN
      jsonb_build_object('type', p.document_type, 'number', p.document_number, 'country', p.issuing_country) END,
    'onBehalfOf', p.on_behalf_of)
  FROM posting_presenters p WHERE p.transaction_id = p_transaction $$;
