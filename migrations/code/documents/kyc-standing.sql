-- Whether what the policy asks of a customer is covered, and what follows when it is not any more. A customer who was approved stays so
-- when a policy changes; only what expires takes it away, and what is brought and approved then gives it back.

-- A new customer is of the risk that is computed, and is looked at again as its policy says.
CREATE OR REPLACE FUNCTION make_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE today date := limit_date(NEW.branch_id);
BEGIN
  INSERT INTO kyc_standing (customer_id, reviewed_on, review_due) VALUES (NEW.id, today, years_later(today, 10));
  PERFORM refresh_risk(NEW.id);
  RETURN NULL;
END $$;

-- Whether the approved documents that are kept are those that the policy asks for, also without one of them.
CREATE OR REPLACE FUNCTION kyc_is_covered(p_customer uuid, asked kyc_policies, p_without uuid DEFAULT NULL) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE (SELECT kind FROM customers WHERE id = p_customer) WHEN 'COMPANY'
      THEN count(*) FILTER (WHERE document_type::text = 'REGISTER_EXTRACT') >= asked.extracts
      ELSE count(*) FILTER (WHERE document_type = ANY (asked.identity_types)
        AND (asked.countries IS NULL OR issuing_country = ANY (asked.countries))) >= asked.identities END
    AND count(*) FILTER (WHERE document_type = ANY (asked.address_types)) >= asked.addresses
  FROM kyc_documents d WHERE customer_id = p_customer AND status = 'APPROVED' AND id IS DISTINCT FROM p_without
    AND NOT EXISTS (SELECT FROM document_deletions x WHERE x.id = d.id) $$;

-- What the policy asks of a customer, need by need, as screens count it.
CREATE OR REPLACE FUNCTION asks_of(c customers) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('need', asked.need, 'types', asked.types, 'countries', asked.countries, 'count', asked.count)
      ORDER BY asked.need DESC), '[]')
  FROM kyc_policy_of(c) AS p CROSS JOIN LATERAL (VALUES
    ('identity', CASE c.kind WHEN 'COMPANY' THEN '{REGISTER_EXTRACT}' ELSE p.identity_types::text[] END,
      CASE c.kind WHEN 'COMPANY' THEN NULL ELSE p.countries END, CASE c.kind WHEN 'COMPANY' THEN p.extracts ELSE p.identities END),
    ('address', p.address_types::text[], NULL, p.addresses)) AS asked (need, types, countries, count)
  WHERE asked.count > 0 $$;

-- Sets the customer's KYC status, and since when it has expired, from the documents and the policy. No match of the name with a listed one
-- may wait, but a customer who is approved already stays it while one is looked at. The row of the customer is locked.
CREATE OR REPLACE FUNCTION set_kyc_status(p_customer uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  holder customers;
  status_now kyc_status;
  expired date;
BEGIN
  SELECT * INTO holder FROM customers WHERE id = p_customer FOR NO KEY UPDATE; -- of two simultaneous decisions the second sees the first
  IF kyc_is_covered(p_customer, kyc_policy_of(holder))
    AND (holder.kyc_status = 'APPROVED' OR NOT waits_for_screening(p_customer)) THEN
    status_now := 'APPROVED';
  ELSE
    SELECT CASE WHEN bool_or(status = 'REJECTED') AND NOT bool_or(status = 'PENDING') THEN 'REJECTED' ELSE 'PENDING' END::kyc_status,
        max(expires_at) FILTER (WHERE status = 'EXPIRED')
      INTO status_now, expired FROM kyc_documents d
      WHERE customer_id = p_customer AND document_type::text NOT IN ('PHOTO', 'SIGNATURE')
        AND NOT EXISTS (SELECT FROM document_deletions x WHERE x.id = d.id);
    IF holder.kyc_status = 'APPROVED' THEN status_now := 'APPROVED'; ELSE expired := NULL; END IF;
  END IF;
  UPDATE customers SET kyc_status = status_now WHERE id = p_customer AND kyc_status <> status_now;
  UPDATE kyc_standing SET expired_on = CASE WHEN expired IS NOT NULL THEN coalesce(expired_on, expired) END
    WHERE customer_id = p_customer AND (expired_on IS NULL) <> (expired IS NULL);
  IF FOUND THEN PERFORM apply_kyc_block(p_customer); END IF;
END $$;

-- Puts on the customer's accounts what the policy blocks, or takes it off.
CREATE OR REPLACE FUNCTION apply_kyc_block(p_customer uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE block text;
BEGIN
  SELECT CASE WHEN s.expired_on IS NOT NULL AND p.expired_blocks IN ('WITHDRAWALS', 'POSTINGS') THEN p.expired_blocks END INTO block
    FROM customers c JOIN kyc_standing s ON s.customer_id = c.id CROSS JOIN LATERAL kyc_policy_of(c) AS p WHERE c.id = p_customer;
  UPDATE accounts SET kyc_block = block WHERE customer_id = p_customer AND status <> 'CLOSED' AND kyc_block IS DISTINCT FROM block;
END $$;

-- The same of all customers of a branch whose KYC has expired: another policy is in force.
CREATE OR REPLACE FUNCTION apply_kyc_blocks(p_branch uuid) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT apply_kyc_block(c.id) FROM kyc_standing s JOIN customers c ON c.id = s.customer_id
  WHERE s.expired_on IS NOT NULL AND c.branch_id = p_branch ORDER BY c.id $$;

-- Refuses a new account to a customer whose KYC has expired, where the policy does.
CREATE OR REPLACE FUNCTION require_kyc_not_expired(holder customers) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE expired date := (SELECT expired_on FROM kyc_standing WHERE customer_id = holder.id);
BEGIN
  IF expired IS NOT NULL AND (kyc_policy_of(holder)).expired_blocks <> 'NOTHING' THEN
    PERFORM refuse('KYC_EXPIRED', jsonb_build_object('date', expired));
  END IF;
END $$;
