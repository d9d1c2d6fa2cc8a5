-- Who may freeze, unfreeze and close an account, and when. A change of status and a posting must not overtake each other: both
-- lock the balance row first.
CREATE OR REPLACE FUNCTION guard_account_status() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity;
  ledger numeric;
BEGIN
  IF NOT is_workstation() THEN RETURN NEW; END IF;
  who := require_identity('TELLER', 'SUPERVISOR');
  IF OLD.customer_id IS NULL THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF OLD.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', OLD.account_number)); END IF;
  SELECT ledger_balance INTO ledger FROM balances WHERE account_id = OLD.id FOR UPDATE;
  CASE NEW.status
    WHEN 'SUSPENDED' THEN
      IF OLD.status <> 'ACTIVE' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', OLD.account_number)); END IF;
    WHEN 'ACTIVE' THEN
      IF OLD.status = 'ACTIVE' THEN PERFORM refuse('ACCOUNT_NOT_FROZEN'); END IF;
      IF who.role <> 'SUPERVISOR' THEN PERFORM refuse('FORBIDDEN'); END IF;
    WHEN 'CLOSED' THEN
      IF OLD.status <> 'ACTIVE' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', OLD.account_number)); END IF;
      IF ledger <> 0 THEN PERFORM refuse('BALANCE_NOT_ZERO', jsonb_build_object('balance', ledger::text, 'currency', OLD.currency)); END IF;
    ELSE PERFORM refuse('FORBIDDEN');
  END CASE;
  RETURN NEW;
END $$;
