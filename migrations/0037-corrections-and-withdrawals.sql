-- Corrections of a customer's name or birth and withdrawals of a business day wait in the same queue as everything else that two
-- people decide. Their own tables keep what was proposed; those that wait get a row of approvals with the same id.

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, ender, lapses, refusal_is_final) VALUES
  ('CUSTOMER_CORRECTION', '{TELLER,SUPERVISOR}', '{SUPERVISOR}', 'show_correction', 'perform_correction', 'end_correction', false, false),
  ('DAY_WITHDRAWAL', '{SUPERVISOR}', '{SUPERVISOR,ADMIN}', 'show_day_withdrawal', 'perform_day_withdrawal', 'end_day_withdrawal',
    false, false);

ALTER TABLE customer_corrections
  DROP CONSTRAINT customer_corrections_status,
  ADD CONSTRAINT customer_corrections_status CHECK (status IN ('PENDING', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
  DROP CONSTRAINT customer_corrections_four_eyes,
  ADD CONSTRAINT customer_corrections_four_eyes CHECK (status = 'WITHDRAWN' OR decided_by <> created_by);

INSERT INTO approvals (id, kind, branch_id, subject_type, subject_id, payload, proposed_by, proposed_at)
  SELECT k.id, 'CUSTOMER_CORRECTION', c.branch_id, 'customers', k.customer_id, '{}', k.created_by, k.created_at
  FROM customer_corrections k JOIN customers c ON c.id = k.customer_id WHERE k.status = 'PENDING';
INSERT INTO approvals (id, kind, branch_id, subject_type, subject_id, payload, proposed_by, proposed_at)
  SELECT w.id, 'DAY_WITHDRAWAL', d.branch_id, 'business_days', d.id, '{}', w.proposed_by, w.proposed_at
  FROM day_withdrawals w JOIN business_days d ON d.id = w.business_day_id WHERE w.status = 'PROPOSED';
