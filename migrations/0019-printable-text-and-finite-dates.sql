-- No text holds a control character, and every date is one of the calendar: 'infinity', years before 1 and after 9999 are dates for
-- PostgreSQL and for nobody who reads a list. The contract refuses the same, so that a window is told by name. A row of an earlier
-- release that breaks a rule gets the nearest value that keeps it, because a row that breaks one can be changed no more in any column:
-- a blank for a control character, the first or last day of the calendar. What was posted stays as it was posted, and where nothing
-- but blanks would be left, the row stays as it is; the rule then holds for what is written from now on.
-- It is made for every column there is: a table that comes later repeats it, and test/trust/claims.ts says where it is missing.

DO $$
DECLARE
  -- Written by the migrator alone, and by the audit functions, whose words are their own.
  exempt text[] := '{kysely_migration,kysely_migration_lock,migration_hashes,audit_logs}';
  posted text[] := '{transactions,entries}';
  control text := '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]';
  each record;
  rule text;
  change text;
BEGIN
  FOR each IN SELECT c.table_name AS on_table, c.column_name AS name, c.data_type = 'date' AS is_date
      FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name AND t.relnamespace = 'corex'::regnamespace
      WHERE c.table_schema = 'corex' AND t.relkind IN ('r', 'p') AND NOT t.relispartition AND c.is_generated = 'NEVER'
        AND c.data_type IN ('character varying', 'text', 'date') AND NOT c.table_name = ANY (exempt)
      ORDER BY c.table_name, c.ordinal_position LOOP
    rule := each.on_table || '_' || each.name || CASE WHEN each.is_date THEN '_calendar' ELSE '_printable' END;
    IF NOT each.on_table = ANY (posted) THEN
      change := CASE WHEN each.is_date
        THEN format('%1$I = least(greatest(%1$I, ''0001-01-01''), ''9999-12-31'')
          WHERE %1$I NOT BETWEEN ''0001-01-01'' AND ''9999-12-31''', each.name)
        ELSE format('%1$I = regexp_replace(%1$I, %2$L, '' '', ''g'') WHERE %1$I ~ %2$L', each.name, control) END;
      BEGIN
        EXECUTE format('ALTER TABLE corex.%1$I DISABLE TRIGGER USER; UPDATE corex.%1$I SET %2$s;
          ALTER TABLE corex.%1$I ENABLE TRIGGER USER;', each.on_table, change);
      EXCEPTION WHEN check_violation OR unique_violation OR exclusion_violation THEN
        RAISE NOTICE 'Rows of % keep what breaks %', each.on_table, rule;
      END;
    END IF;
    IF each.is_date THEN
      EXECUTE format('ALTER TABLE corex.%I ADD CONSTRAINT %I CHECK (%I BETWEEN ''0001-01-01'' AND ''9999-12-31'') NOT VALID',
        each.on_table, rule, each.name);
    ELSE
      EXECUTE format('ALTER TABLE corex.%I ADD CONSTRAINT %I CHECK (%I !~ %L) NOT VALID',
        each.on_table, rule, each.name, control);
    END IF;
    BEGIN
      EXECUTE format('ALTER TABLE corex.%I VALIDATE CONSTRAINT %I', each.on_table, rule);
    EXCEPTION WHEN check_violation THEN
      RAISE NOTICE 'Rows of % break %', each.on_table, rule;
    END;
  END LOOP;
END $$;
