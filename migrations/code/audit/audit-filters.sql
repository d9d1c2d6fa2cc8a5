-- The actions and the kinds of records that occur in the log, to filter by: each is one step through its index, however long the log is.
-- For whoever reads the own branch alone those that are the branch's among the newest 200 rows of each.
CREATE OR REPLACE FUNCTION list_audit_filters() RETURNS TABLE (action text, resource_type text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp SET random_page_cost = 1.1
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  who identity := require_identity('AUDITOR', 'ADMIN');
  every boolean := reads_every_branch(who);
  -- Bounds the months that each step has to go through: there are many ahead.
  newest uuid := (SELECT a.id FROM audit_logs a ORDER BY a.id DESC LIMIT 1);
BEGIN
  RETURN QUERY WITH RECURSIVE actions AS (
    (SELECT a.action FROM audit_logs a WHERE a.action <> 'POSTED' AND a.id <= newest ORDER BY a.action LIMIT 1)
    UNION ALL SELECT (SELECT a.action FROM audit_logs a WHERE a.action <> 'POSTED' AND a.action > s.action AND a.id <= newest
        ORDER BY a.action LIMIT 1)
      FROM actions s WHERE s.action IS NOT NULL),
  kinds AS (
    (SELECT a.resource_type FROM audit_logs a WHERE a.resource_type <> 'transactions' AND a.id <= newest
      ORDER BY a.resource_type LIMIT 1)
    UNION ALL SELECT (SELECT a.resource_type FROM audit_logs a WHERE a.resource_type <> 'transactions'
        AND a.resource_type > s.resource_type AND a.id <= newest ORDER BY a.resource_type LIMIT 1)
      FROM kinds s WHERE s.resource_type IS NOT NULL)
  SELECT s.action::text, NULL FROM actions s WHERE s.action IS NOT NULL AND (who.role = 'AUDITOR'
      OR s.action NOT IN ('ALERT_RAISED', 'STATUS_REPORTED', 'STATUS_NO_REPORT'))
    AND (every OR EXISTS (SELECT FROM (SELECT a.* FROM audit_logs a
    WHERE a.action = s.action AND a.action <> 'POSTED' AND a.id <= newest ORDER BY a.id DESC LIMIT 200) AS a
    WHERE is_of_branch(a, who.branch_id)))
  UNION ALL
  SELECT NULL, s.resource_type::text FROM kinds s WHERE s.resource_type IS NOT NULL
    AND (who.role = 'AUDITOR' OR s.resource_type <> 'cash_alerts') AND (every OR EXISTS (SELECT FROM (SELECT a.*
    FROM audit_logs a WHERE a.resource_type = s.resource_type AND a.resource_type <> 'transactions' AND a.id <= newest
    ORDER BY a.id DESC LIMIT 200) AS a
    WHERE is_of_branch(a, who.branch_id)))
  UNION ALL
  SELECT 'POSTED', 'transactions' WHERE EXISTS (SELECT FROM transactions t WHERE every OR t.branch_id = who.branch_id);
END $$;
