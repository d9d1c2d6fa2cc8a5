-- A file of payments above a limit: decided as a whole, by what it comes to and by its hash (approvals/propose.sql).

CREATE OR REPLACE FUNCTION show_payments(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', v ->> 'holder', 'account', v ->> 'accountNumber',
    'accountStatus', CASE WHEN a.status <> 'ACTIVE' THEN a.status::text END, 'payments', i.payments, 'amount', i.total::text,
    'fee', nullif(i.fees, 0)::text, 'currency', i.currency, 'leftOut', nullif(i.left_out, 0),
    'otherNames', (SELECT nullif(count(*), 0) FROM payment_lines l
      WHERE l.import_id = i.id AND l.refusal IS NULL AND other_holder_of(l.account_id, l.name) IS NOT NULL),
    'held', h.amount::text, 'fromAvailable', (b.available_balance + coalesce(h.amount, 0))::text, 'fileName', i.file_name,
    'messageId', i.message_id, 'fileHash', v ->> 'fileHash', 'exceeded', proposal.payload ->> 'exceeded'))
  FROM payment_imports i JOIN accounts a ON a.id = i.account_id JOIN balances b ON b.account_id = i.account_id
    LEFT JOIN holds h ON h.id = derived_id(i.id, 'hold') AND h.kind = 'PAYMENTS' AND h.released_at IS NULL,
    payments_view(i) AS v
  WHERE i.id = proposal.subject_id $$;

-- Begins its job, with what it pays still held; whoever looks at the file goes on with it.
CREATE OR REPLACE FUNCTION perform_payments(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  file payment_imports;
  proposer identity;
BEGIN
  SELECT * INTO file FROM payment_imports WHERE id = proposal.subject_id FOR UPDATE;
  SELECT id, role, branch_id INTO proposer.user_id, proposer.role, proposer.branch_id FROM users WHERE id = proposal.proposed_by;
  PERFORM require_payer(proposer, file.account_id);
  PERFORM start_payments(file, proposal.proposed_by);
  RETURN '{}';
END $$;

CREATE OR REPLACE FUNCTION end_payments(proposal approvals) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT release_payments(proposal.subject_id, proposal.decided_by, initcap(proposal.status));
  UPDATE payment_imports SET status = 'DROPPED', (posted, refused, posted_total) = (SELECT * FROM lines_of_file(proposal.subject_id))
    WHERE id = proposal.subject_id $$;
