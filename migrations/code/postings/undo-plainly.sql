-- Where a posting turns out not to be plain after all (post-plainly.sql): takes back what was counted, and moved on these accounts. The
-- locks stay until write_posting() has decided.
CREATE OR REPLACE FUNCTION undo_plainly(who identity, p_type transaction_type, p_currency text, p_amount numeric, p_account uuid,
  p_moved uuid[], p_effect numeric) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  UPDATE balances SET ledger_balance = ledger_balance - p_effect, available_balance = available_balance - p_effect,
    entry_count = entry_count - 1 WHERE account_id = ANY (p_moved);
  UPDATE person_sums SET total = total - p_amount
    WHERE user_id = who.user_id AND transaction_type = p_type AND currency = p_currency;
  UPDATE account_sums SET total = total - p_amount WHERE account_id = p_account AND transaction_type = p_type;
END $$;
