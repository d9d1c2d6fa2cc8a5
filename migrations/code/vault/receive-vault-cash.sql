-- Books cash that comes into the vault, against suspense, and answers the receipt.
CREATE OR REPLACE FUNCTION receive_vault_cash(p_key uuid, p_amount numeric, p_description text)
RETURNS SETOF posting_receipt LANGUAGE plpgsql SECURITY DEFINER ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  posted_id uuid;
BEGIN
  posted_id := (write_posting(who, 'VAULT', p_key, 'TRANSFER',
    debit_credit(branch_account(who.branch_id, 'VAULT'), branch_account(who.branch_id, 'SUSPENSE'), p_amount),
    branch_currency(who.branch_id), p_description)).posted_id;
  RETURN QUERY SELECT * FROM receipt_of(posted_id);
END $$;
