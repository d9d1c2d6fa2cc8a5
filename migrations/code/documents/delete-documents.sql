-- Deleting a document destroys the keys of its pages, under which everything that was kept of it is encrypted. What it was, who decided
-- on it, and by which rule it was deleted stay on record.

-- Deletes what is due, a few documents a call, and answers how many: the daily job calls it until it answers 0. It takes nothing from
-- whoever calls it, and a day that was opened ahead makes nothing due sooner. A customer with a legal hold keeps everything.
CREATE OR REPLACE FUNCTION delete_due_documents() RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  today date := date_everywhere();
  due record;
  run uuid;
  run_branch uuid;
  deleted int := 0;
BEGIN
  IF is_workstation() AND NOT acts_as_job() AND (session_identity()).user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('corex retention', 0));
  FOR due IN SELECT x.*, c.branch_id FROM (SELECT * FROM due_documents(today) AS all_due WHERE NOT all_due.is_held LIMIT 50) AS x
      JOIN customers c ON c.id = x.customer_id ORDER BY c.branch_id, x.customer_id, x.document_id LOOP
    IF run_branch IS DISTINCT FROM due.branch_id THEN
      run := begin_deletion(due.branch_id, today);
      run_branch := due.branch_id;
    END IF;
    IF delete_document(due.document_id, run, today) THEN deleted := deleted + 1; END IF;
  END LOOP;
  UPDATE job_runs r SET done = n.files, total = n.files FROM (SELECT job_id, count(*)::int AS files FROM document_deletions
    WHERE job_id = run GROUP BY job_id) AS n WHERE r.id = n.job_id AND deleted > 0;
  RETURN deleted;
END $$;

-- The date that has begun in every time zone: nothing is deleted earlier than its rule, wherever its branch is.
CREATE OR REPLACE FUNCTION date_everywhere() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT date_in('Etc/GMT+12') $$;

-- The run under which a branch's documents are deleted; from here on the system does it.
CREATE OR REPLACE FUNCTION begin_deletion(p_branch uuid, p_date date) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE run uuid;
BEGIN
  INSERT INTO job_runs (kind, branch_id, business_date, status, finished_at)
    VALUES ('DELETED_DOCUMENTS', p_branch, p_date, 'DONE', clock_timestamp()) RETURNING id INTO run;
  PERFORM acting_as('JOB', 'JOB', run);
  RETURN run;
END $$;

-- Deletes one, if it is still due once its customer is locked: a hold that is placed meanwhile counts, and so does an account.
CREATE OR REPLACE FUNCTION delete_document(p_document uuid, p_run uuid, p_today date) RETURNS boolean LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  d kyc_documents;
  rule record;
  keys int;
BEGIN
  PERFORM FROM customers WHERE id = (SELECT customer_id FROM kyc_documents WHERE id = p_document) FOR NO KEY UPDATE;
  SELECT * INTO d FROM kyc_documents WHERE id = p_document FOR NO KEY UPDATE;
  SELECT * INTO rule FROM retention_of(d) AS r WHERE r.due_on <= p_today;
  IF NOT FOUND OR EXISTS (SELECT FROM legal_holds WHERE customer_id = d.customer_id AND released_at IS NULL) THEN RETURN false; END IF;
  DELETE FROM kyc_file_keys WHERE file_id = d.file_id OR file_id IN (SELECT file_id FROM kyc_pages WHERE document_id = d.id);
  GET DIAGNOSTICS keys = ROW_COUNT;
  INSERT INTO document_deletions (id, rule_id, event_on, due_on, deleted_on, job_id, files)
    VALUES (d.id, rule.rule_id, rule.event_on, rule.due_on, p_today, p_run, keys);
  -- Whoever comes back is asked for documents anew.
  IF rule.event = 'ENDED' THEN UPDATE customers SET kyc_status = 'PENDING' WHERE id = d.customer_id AND kyc_status <> 'PENDING'; END IF;
  PERFORM set_kyc_status(d.customer_id);
  RETURN true;
END $$;

-- By which rule a document was deleted, as screens say it; null of one that is kept.
CREATE OR REPLACE FUNCTION deletion_view(p_document uuid) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('on', x.deleted_on, 'event', r.event, 'eventOn', x.event_on, 'years', r.years)
  FROM document_deletions x JOIN retention_rules r ON r.id = x.rule_id WHERE x.id = p_document $$;

-- Refuses to open what was deleted.
CREATE OR REPLACE FUNCTION require_not_deleted(p_document uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE deleted jsonb := deletion_view(p_document);
BEGIN
  IF deleted IS NOT NULL THEN
    PERFORM refuse('DOCUMENT_DELETED', jsonb_build_object('date', deleted ->> 'on', 'years', deleted ->> 'years'));
  END IF;
END $$;

-- Of the caller's branch: what is due within so many days, held or not, and what was deleted, the latest first.
CREATE OR REPLACE FUNCTION list_deletions(p_days int) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  today date := date_everywhere();
  shown jsonb;
BEGIN
  SELECT coalesce(jsonb_agg(row_ ORDER BY row_ ->> 'state', row_ ->> 'on', row_ ->> 'id'), '[]') INTO shown FROM (
    SELECT jsonb_build_object('id', d.id, 'customerId', c.id, 'customerNumber', c.customer_number, 'customerName',
      concat_ws(' ', c.first_name, c.last_name), 'documentType', d.document_type, 'documentNumber', d.document_number, 'event', x.event,
      'eventOn', x.event_on, 'years', x.years, 'on', x.on_, 'state', x.state) AS row_
    FROM ((SELECT document_id, event, event_on, years, due_on AS on_, CASE WHEN is_held THEN 'HELD' ELSE 'DUE' END AS state
          FROM due_documents(today + least(greatest(p_days, 0), 366)) AS q JOIN customers h ON h.id = q.customer_id
          WHERE h.branch_id = who.branch_id LIMIT 500)
        UNION ALL (SELECT k.id, r.event, k.event_on, r.years::int, k.deleted_on, 'DELETED'
          FROM document_deletions k JOIN retention_rules r ON r.id = k.rule_id JOIN kyc_documents o ON o.id = k.id
            JOIN customers h ON h.id = o.customer_id WHERE h.branch_id = who.branch_id ORDER BY k.deleted_at DESC LIMIT 500)) AS x
      JOIN kyc_documents d ON d.id = x.document_id JOIN customers c ON c.id = d.customer_id) AS all_rows;
  PERFORM count_reads(who, jsonb_array_length(shown));
  RETURN jsonb_build_object('today', today, 'documents', shown);
END $$;
