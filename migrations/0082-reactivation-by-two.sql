-- A dormant account is taken back into use by two people: whoever has seen the customer, and a supervisor who is somebody else. It lapses
-- with the day on which the customer was there.

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer) VALUES
  ('REACTIVATION', '{TELLER,SUPERVISOR}', '{SUPERVISOR}', 'show_reactivation', 'perform_reactivation');

COMMENT ON COLUMN accounts.reactivated_on IS 'The business date on which two people last took it out of dormancy';
