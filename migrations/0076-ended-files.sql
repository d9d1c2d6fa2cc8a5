-- What became of a file of payments is kept on the file when it ends, so that a list of files does not count the lines of each.

ALTER TABLE payment_imports
  ADD posted int CONSTRAINT payment_imports_posted CHECK (posted >= 0),
  ADD posted_total numeric(18,2) CONSTRAINT payment_imports_posted_total CHECK (posted_total >= 0 AND posted_total <> 'NaN'),
  ADD refused int CONSTRAINT payment_imports_refused CHECK (refused >= 0);
COMMENT ON COLUMN payment_imports.posted IS 'How many lines are posted; with the two columns after it null until the file ends';

ALTER TABLE payment_imports DISABLE TRIGGER USER;
UPDATE payment_imports i SET posted = l.posted, posted_total = l.total, refused = l.refused
  FROM (SELECT import_id, count(transaction_id) AS posted, count(refusal) AS refused,
      coalesce(sum(amount) FILTER (WHERE transaction_id IS NOT NULL), 0) AS total FROM payment_lines GROUP BY import_id) AS l
  WHERE l.import_id = i.id AND i.status IN ('DONE', 'CANCELLED', 'DROPPED');
ALTER TABLE payment_imports ENABLE TRIGGER USER;
