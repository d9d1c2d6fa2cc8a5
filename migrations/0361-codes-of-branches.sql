-- Branches of earlier releases get a number, in the order in which they were made.
-- Runs with the code.

ALTER TABLE branches DISABLE TRIGGER USER;
UPDATE branches b SET code = CASE WHEN o.n < 1000 THEN lpad(o.n::text, 3, '0') ELSE o.n::text END
  FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) AS n FROM branches) AS o WHERE o.id = b.id AND b.code IS NULL;
ALTER TABLE branches ENABLE TRIGGER USER;
ALTER TABLE branches ALTER COLUMN code SET NOT NULL;
