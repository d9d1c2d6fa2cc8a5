-- The audit log as its readers see it. Nobody reads the table itself: an administrator looks after people, branches and tills, and
-- sees no customer in what was recorded; an auditor sees other branches as far as branch_crossings says.

-- Whether this person may see what was recorded of such a record. What is not listed is about customers and their money.
CREATE OR REPLACE FUNCTION may_see_record(who identity, p_type text) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT who.role = 'AUDITOR'
    OR p_type IN ('archive_events', 'archive_seals', 'users', 'branches', 'business_days', 'closed_months', 'day_proofs',
      'day_withdrawals', 'job_runs', 'jobs', 'tills', 'till_sessions', 'products', 'product_terms', 'workstations',
      'enrolment_codes') $$;

-- Whose rows a person reads: those of people of the own branch, those about what is the own branch's, those of nobody about what is of
-- no branch, or all.
CREATE OR REPLACE FUNCTION reads_every_branch(who identity) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT who.role = 'AUDITOR' AND EXISTS (SELECT FROM branch_crossings WHERE action = 'AUDIT_READ' AND allowed) $$;

CREATE OR REPLACE FUNCTION is_of_branch(entry audit_logs, p_branch uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM users u WHERE u.branch_id = p_branch
      AND u.id = CASE WHEN entry.action = 'POSTED' AND entry.resource_id IS NULL THEN (SELECT created_by FROM transactions
        WHERE id = entry.id) ELSE entry.user_id END)
    OR coalesce(coalesce(entry.details -> 'after' ->> 'branch_id', entry.details -> 'before' ->> 'branch_id',
      CASE WHEN entry.action = 'POSTED' THEN (SELECT t.branch_id::text FROM transactions t
        WHERE t.id = coalesce(entry.resource_id, entry.id)) END) = p_branch::text, entry.user_id IS NULL) $$;

-- Rows as they are shown: of a posting that is as its row says by its hash (postings/audit-posting.sql), what it says stands in the row
-- again. Of one that is not, or is not there, the row has its key and its hash alone. Rows of earlier releases have the hash in their
-- details, and all that it does not cover.
CREATE OR REPLACE FUNCTION with_postings(p_rows audit_logs[]) RETURNS audit_logs[] LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM unnest(p_rows) AS e WHERE e.action = 'POSTED') THEN RETURN p_rows; END IF;
  RETURN ARRAY(SELECT CASE
      WHEN fits AND is_bare THEN ROW(e.id, t.created_by, e.action, e.resource_type, t.id,
        json_build_object('after', jsonb_strip_nulls(to_jsonb(t) - 'payload_hash')), e.created_at, e.xid, e.hash, e.actor, t.cause_type,
        t.cause_id, t.workstation, t.session_id, t.build)::audit_logs
      WHEN is_bare THEN ROW(e.id, NULL, e.action, e.resource_type, e.id, json_build_object('hash', encode(e.hash, 'base64')), e.created_at,
        e.xid, e.hash, e.actor, 'UNRECORDED', NULL, '', NULL, '')::audit_logs
      ELSE ROW(e.id, e.user_id, e.action, e.resource_type, e.resource_id, CASE WHEN fits
          THEN json_build_object('after', jsonb_strip_nulls(to_jsonb(t) - 'payload_hash')) ELSE e.details END, e.created_at, e.xid, e.hash,
        e.actor, e.cause_type, e.cause_id, e.workstation, e.session_id, e.build)::audit_logs END
    FROM unnest(p_rows) WITH ORDINALITY AS e
      CROSS JOIN LATERAL (SELECT e.action = 'POSTED' AND e.resource_id IS NULL AND e.cause_type IS NULL OFFSET 0) AS b (is_bare)
      LEFT JOIN LATERAL (SELECT * FROM transactions WHERE id = CASE WHEN e.action <> 'POSTED' THEN NULL WHEN is_bare THEN e.id
        ELSE e.resource_id END OFFSET 0) AS t ON true
      CROSS JOIN LATERAL (SELECT t.id IS NOT NULL AND CASE WHEN is_bare THEN e.actor = t.actor AND e.hash = posting_audit_hash(e.created_at,
        e.xid, t) ELSE e.details ->> 'hash' = posted_hash(t) END OFFSET 0) AS f (fits)
    ORDER BY e.ordinality);
END $$;

-- A page, newest first, of at most 200. Keys are ordered by time, so the cursor and the days, which are the branch's, are ranges of
-- keys. It looks at look_at_most() rows: where it finds fewer, a last row without a moment has the key where it ended. What is handed out
-- is counted.
CREATE OR REPLACE FUNCTION read_audit(p_user uuid, p_action text, p_type text, p_record uuid, p_from date, p_to date, p_before uuid,
  p_limit int)
RETURNS TABLE (id uuid, at timestamptz, user_id uuid, username text, full_name text, action text, resource_type text, resource_id uuid,
  record text, details jsonb, redacted boolean, names jsonb, actor actor_kind, cause_type text, cause text, workstation text, build text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  who identity := require_identity('AUDITOR', 'ADMIN');
  zone text := local_time_zone();
  most int := least(greatest(p_limit, 1), 201);
  found audit_logs[];
BEGIN
  SELECT array_agg(e) INTO found
    FROM audit_found(who, p_user, p_action, p_type, p_record, uuidv7_floor(p_from::timestamp AT TIME ZONE zone),
      uuidv7_floor((p_to + 1)::timestamp AT TIME ZONE zone), p_before, most,
      look_at_most() / CASE WHEN reads_every_branch(who) THEN 1 ELSE 10 END) AS e;
  found := with_postings(found);
  RETURN QUERY SELECT e.id, e.created_at, e.user_id, u.username::text, u.full_name::text, e.action::text,
      e.resource_type::text, e.resource_id, n.record, CASE WHEN n.row_id IS NULL THEN '{}' ELSE e.details::jsonb END, n.row_id IS NULL,
      coalesce(n.names, '{}'), e.actor, e.cause_type::text,
      CASE WHEN e.cause_type <> 'INTENT' THEN cause_name(e.cause_type, e.cause_id) END, e.workstation, e.build
    FROM unnest(found) AS e LEFT JOIN users u ON u.id = e.user_id LEFT JOIN names_of(who, found) AS n ON n.row_id = e.id
    ORDER BY e.created_at IS NULL, e.id DESC;
  PERFORM count_reads(who, most);
END $$;
