-- What keeps a day from being closed, found in its proof.

-- What the newest proof before a day said of an account; null where there is none, or none of this account.
CREATE OR REPLACE FUNCTION proved_before(day business_days, p_account text) RETURNS numeric LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (account ->> 'closing')::numeric
  FROM (SELECT p.content FROM day_proofs p JOIN business_days d ON d.id = p.id
      WHERE d.branch_id = day.branch_id AND d.business_date < day.business_date AND d.withdrawn_at IS NULL
      ORDER BY d.business_date DESC LIMIT 1) AS newest,
    jsonb_array_elements(newest.content -> 'accounts') AS account
  WHERE account ->> 'accountNumber' = p_account $$;

-- The first account or posting whose figures do not prove the day: one that begins at another balance than the day before ended on, one
-- whose balance is not opening + in - out, a till with cash that nobody holds, a posting whose entries do not make it up (`p_wrong`), and
-- a currency whose totals do not balance, by the seal that the day has already.
CREATE OR REPLACE FUNCTION require_proven(day business_days, p_content jsonb, p_wrong uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE wrong record;
BEGIN
  SELECT coalesce(a.name, initcap(a.kind)) || ' ' || a."accountNumber" AS account, a.currency, f.expected, f.found INTO wrong
    FROM jsonb_to_recordset(p_content -> 'accounts') AS a ("accountNumber" text, kind text, name text, currency text, opening numeric,
        closing numeric, "standsAt" numeric),
      LATERAL (VALUES (proved_before(day, a."accountNumber"), a.opening), (a.closing, a."standsAt"),
        (CASE a.kind WHEN 'TELLER_CASH' THEN 0.00 END, a."standsAt")) AS f (expected, found)
    WHERE f.expected <> f.found LIMIT 1;
  IF NOT FOUND THEN
    SELECT f.subject AS account, f.currency, f.expected, f.found INTO wrong
      FROM (SELECT t.transaction_id::text AS subject, t.currency::text, t.amount AS expected, debits_of(t.id) AS found
          FROM transactions t WHERE t.id = p_wrong
        UNION ALL SELECT s.currency, s.currency, sum(s.debits), sum(s.credits) FROM day_totals s WHERE s.day_id = day.id
          GROUP BY s.currency HAVING sum(s.debits) <> sum(s.credits)) AS f LIMIT 1;
  END IF;
  IF FOUND THEN
    PERFORM refuse('DAY_NOT_PROVEN', jsonb_build_object('account', wrong.account, 'expected', wrong.expected::text,
      'found', wrong.found::text, 'currency', wrong.currency));
  END IF;
END $$;

-- Nothing waits on the day, and no job of the branch is under way.
CREATE OR REPLACE FUNCTION require_nothing_waits(day business_days) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE waiting text;
BEGIN
  SELECT string_agg(transaction_id, ', ' ORDER BY transaction_id) INTO waiting FROM transactions
    WHERE branch_id = day.branch_id AND business_date = day.business_date AND status = 'PENDING';
  IF waiting IS NOT NULL THEN PERFORM refuse('POSTINGS_STILL_WAIT', jsonb_build_object('references', waiting)); END IF;
  SELECT coalesce(i.file_name, r.kind) INTO waiting FROM job_runs r LEFT JOIN payment_imports i ON i.job_id = r.id
    WHERE r.branch_id = day.branch_id AND r.status = 'RUNNING' ORDER BY r.started_at, r.id LIMIT 1;
  IF FOUND THEN PERFORM refuse('JOB_STILL_RUNS', jsonb_build_object('job', waiting)); END IF;
END $$;
