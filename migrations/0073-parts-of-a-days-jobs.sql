-- How far each part of a day's jobs has come, in the transaction that does it: interest, and fees. Two connections do them at the same
-- time, so each has a row of its own, which whoever goes on with it locks.

CREATE TABLE day_job_parts (
  job_id uuid NOT NULL REFERENCES job_runs,
  work varchar(10) NOT NULL CONSTRAINT day_job_parts_work_printable CHECK (work IN ('INTEREST', 'FEES')),
  -- The day whose interest is being posted; NULL: it is to be found out.
  day date CONSTRAINT day_job_parts_day_calendar CHECK (day BETWEEN '0001-01-01' AND '9999-12-31'),
  -- The last account that was looked at.
  at_account uuid,
  done int NOT NULL DEFAULT 0 CONSTRAINT day_job_parts_done CHECK (done >= 0),
  PRIMARY KEY (job_id, work)
) WITH (fillfactor = 10); -- each step writes its row anew
COMMENT ON TABLE day_job_parts IS 'How far interest and fees of a day''s jobs have come; what they have done is kept with each account';
COMMENT ON COLUMN day_job_parts.done IS 'Accounts that were accrued, credited or charged';
