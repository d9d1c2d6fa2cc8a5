-- A change of the vault key: it begins in one transaction, in which everybody who may look gets the new key; then the key of each file is
-- wrapped anew, batch by batch, and where it stands is in the rows themselves; when no file needs the old key any more, it goes.

-- The public keys of those who get the new key: every active person who can, and the valid recovery sheet (whose id it is, then).
CREATE OR REPLACE FUNCTION list_key_receivers() RETURNS TABLE (id uuid, public_key bytea, voucher bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_identity('ADMIN');
  RETURN QUERY SELECT r.id, substring(r.wrapped_key FROM 38 FOR 32), substring(r.wrapped_key FROM 70 FOR 32) FROM key_receivers() AS r;
END $$;

CREATE OR REPLACE FUNCTION key_receivers() RETURNS TABLE (id uuid, wrapped_key bytea) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT u.id, k.wrapped_key FROM users u JOIN user_keys k ON k.user_id = u.id
    WHERE u.status = 'ACTIVE' AND get_byte(k.wrapped_key, 0) > 2 AND k.generation = current_generation()
  UNION ALL SELECT s.id, s.wrapped_key FROM recovery_sheets s
    WHERE s.voided_at IS NULL AND generation_of(s.wrapped_key) = current_generation() $$;

-- What a receiver has afterwards: the new key's head, the receiver's salt and public key as they were, and what was wrapped for it.
CREATE OR REPLACE FUNCTION received_key(p_before bytea, p_head bytea, p_given bytea) RETURNS bytea LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT set_byte('\x00'::bytea, 0, CASE get_byte(p_before, 0) % 2 WHEN 1 THEN 5 ELSE 6 END) || p_head
    || substring(p_before FROM 22 FOR 48) || p_given $$;

-- p_head is generation and check of the new key, p_hash_key the key by which files are recognised under it, p_sealed_key the old key under
-- it; p_given what was wrapped for each of p_receivers. Refused where somebody is missing among them, who would then lose the documents.
CREATE OR REPLACE FUNCTION begin_key_rotation(p_approval uuid, p_head bytea, p_hash_key bytea, p_sealed_key bytea, p_receivers uuid[],
  p_given bytea[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  before vault_generations;
  next_ int := generation_of('\x03'::bytea || p_head);
  receivers uuid[];
  keys bytea[];
BEGIN
  SELECT * INTO before FROM vault_generations ORDER BY generation DESC LIMIT 1 FOR UPDATE;
  IF EXISTS (SELECT FROM vault_generations WHERE sealed_key IS NOT NULL) THEN PERFORM refuse('KEY_CHANGE_RUNS'); END IF;
  PERFORM require_approved_change(p_approval, 'KEY_ROTATION');
  IF next_ <> before.generation + 1 OR octet_length(p_head) <> 20 THEN PERFORM refuse('DOCUMENT_KEY_OUTDATED'); END IF;
  IF EXISTS (SELECT FROM key_receivers() AS r WHERE r.id <> ALL (p_receivers)) THEN PERFORM refuse('DOCUMENT_KEY_OUTDATED'); END IF;
  SELECT array_agg(r.id), array_agg(received_key(r.wrapped_key, p_head, g.given)) INTO receivers, keys
    FROM key_receivers() AS r JOIN unnest(p_receivers, p_given) AS g (id, given) ON g.id = r.id;
  INSERT INTO vault_generations (generation, check_value, hash_key, approval_id, made_by)
    VALUES (next_, substring(p_head FROM 5), p_hash_key, p_approval, who.user_id);
  UPDATE vault_generations SET sealed_key = p_sealed_key WHERE id = before.id;
  UPDATE user_keys k SET wrapped_key = n.key FROM unnest(receivers, keys) AS n (id, key) WHERE k.user_id = n.id;
  UPDATE recovery_sheets s SET wrapped_key = n.key FROM unnest(receivers, keys) AS n (id, key) WHERE s.id = n.id;
END $$;

-- The next keys of files that are not under the key in use, in the order of the files.
CREATE OR REPLACE FUNCTION next_file_keys(p_limit int) RETURNS TABLE (file_id uuid, generation int, wrapped_key bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_identity('ADMIN');
  RETURN QUERY SELECT f.file_id, f.generation, f.wrapped_key FROM kyc_file_keys f
    WHERE f.generation < current_generation() AND NOT f.unreadable ORDER BY f.generation, f.file_id LIMIT least(greatest(p_limit, 1), 1000);
END $$;

-- Puts the same keys under the key in use, or says that one did not open (its p_wrapped is null), which leaves it as it is.
CREATE OR REPLACE FUNCTION rewrap_file_keys(p_generation int, p_files uuid[], p_wrapped bytea[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_maker('ADMIN');
  PERFORM require_key_in_use(p_generation, NULL);
  UPDATE kyc_file_keys f SET generation = CASE WHEN n.key IS NULL THEN f.generation ELSE p_generation END,
      wrapped_key = coalesce(n.key, f.wrapped_key), unreadable = n.key IS NULL
    FROM unnest(p_files, p_wrapped) AS n (id, key) WHERE f.file_id = n.id AND f.generation < p_generation;
END $$;

-- Destroys the old key when no file needs it. Answers whether it is gone.
CREATE OR REPLACE FUNCTION end_key_rotation() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_maker('ADMIN');
  PERFORM FROM vault_generations ORDER BY generation DESC LIMIT 1 FOR UPDATE;
  IF EXISTS (SELECT FROM kyc_file_keys WHERE generation < current_generation() AND NOT unreadable) THEN RETURN false; END IF;
  UPDATE vault_generations SET sealed_key = NULL, ended_at = clock_timestamp()
    WHERE generation < current_generation() AND ended_at IS NULL;
  RETURN true;
END $$;
