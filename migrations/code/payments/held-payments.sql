-- What is held for a file of payments, from when it is taken until its last line is posted or refused: nothing else draws meanwhile what it
-- pays. One hold, which shrinks as lines are posted.

-- What the file is still to draw: the lines that are left, and what all that are not refused cost, which is taken at the end.
CREATE OR REPLACE FUNCTION payments_to_draw(p_import payment_imports) RETURNS numeric LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(sum(amount) FILTER (WHERE transaction_id IS NULL), 0.00) + coalesce(sum(fee), 0.00)
  FROM payment_lines WHERE import_id = p_import.id AND refusal IS NULL $$;

-- Holds that, or what is there of it: the lines for which it does not suffice are refused in their turn. `p_drawable` is what can be drawn
-- beside the hold as it is. The balance is locked already; `who` names whoever brought the file, or nobody where the system goes on.
CREATE OR REPLACE FUNCTION hold_for_payments(who identity, p_import payment_imports) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  placed holds;
  most numeric;
BEGIN
  SELECT available_balance INTO most FROM balances WHERE account_id = p_import.account_id FOR UPDATE;
  SELECT * INTO placed FROM holds WHERE id = derived_id(p_import.id, 'hold') AND kind = 'PAYMENTS';
  IF placed.released_at IS NOT NULL THEN RETURN; END IF;
  most := least(most + coalesce(placed.amount, 0), payments_to_draw(p_import));
  IF most <= 0 THEN
    PERFORM release_payments(p_import.id, who.user_id, 'Posted');
  ELSIF placed.id IS NULL THEN
    PERFORM place_hold(who, derived_id(p_import.id, 'hold'), p_import.account_id, most, 'Payments of ' || p_import.file_name, 'PAYMENTS');
  ELSIF most <> placed.amount THEN
    UPDATE holds SET amount = most WHERE id = placed.id;
    PERFORM change_held(p_import.account_id, most - placed.amount);
  END IF;
END $$;

-- Only what was held for the file: somebody may have placed a hold under that id.
CREATE OR REPLACE FUNCTION release_payments(p_import uuid, p_by uuid, p_reason text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE somebody identity;
BEGIN
  somebody.user_id := p_by;
  PERFORM release_hold(somebody, id, p_reason) FROM holds
    WHERE id = derived_id(p_import, 'hold') AND kind = 'PAYMENTS' AND released_at IS NULL;
END $$;
