-- Cash between vault and tills, and the closing of a till, by two people who both count. A till that is counted stays open, without any
-- posting, until the second person has counted it too, and where it differs from the books by more than the branch tolerates, until a
-- supervisor has decided.

ALTER TABLE till_sessions ADD COLUMN count_locked_at timestamptz;
COMMENT ON COLUMN till_sessions.count_locked_at IS
  'Since when it is counted and nothing is posted on it; NULL: in use, or to be counted anew';

ALTER TABLE branches ADD COLUMN count_tolerance numeric(15,2) NOT NULL DEFAULT 0
  CONSTRAINT branches_count_tolerance_not_negative CHECK (count_tolerance >= 0);
COMMENT ON COLUMN branches.count_tolerance IS 'By how much a count may differ from the books without a decision; two people change it';

ALTER TABLE approval_kinds
  ADD COLUMN needs_reason boolean NOT NULL DEFAULT false,
  ADD COLUMN may_withdraw boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN approval_kinds.needs_reason IS 'Whether whoever approves says why';
COMMENT ON COLUMN approval_kinds.may_withdraw IS 'Whether its proposer may take it back';

-- A teller counts as the second person only where the branch has no supervisor beside the proposer (code/approvals/decide.sql).
INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, ender, lapses, needs_count, needs_reason, may_withdraw) VALUES
  ('TILL_IN', '{TELLER,SUPERVISOR}', '{SUPERVISOR,ADMIN,TELLER}', 'show_till_cash', 'perform_till_cash', NULL, true, true, false, true),
  ('TILL_OUT', '{TELLER,SUPERVISOR}', '{SUPERVISOR,ADMIN,TELLER}', 'show_till_cash', 'perform_till_cash', NULL, true, true, false, true),
  ('TILL_CLOSE', '{TELLER,SUPERVISOR}', '{SUPERVISOR,ADMIN,TELLER}', 'show_till_cash', 'perform_till_close', 'end_till_close',
    false, true, false, true),
  ('TILL_DIFFERENCE', '{TELLER,SUPERVISOR}', '{SUPERVISOR,ADMIN}', 'show_till_difference', 'perform_till_difference', 'end_till_close',
    false, false, true, false),
  ('COUNT_TOLERANCE', '{SUPERVISOR,ADMIN}', '{SUPERVISOR,ADMIN}', 'show_count_tolerance', 'perform_count_tolerance', NULL,
    true, false, false, true);
