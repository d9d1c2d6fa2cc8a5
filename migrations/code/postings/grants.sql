-- The ledger is read and written by functions.

GRANT SELECT ON posting_rules TO corex_app;
GRANT EXECUTE ON FUNCTION post_journal(uuid, transaction_type, posting_leg[], text, text, uuid[], jsonb), post_batch(posting_item[]),
  preview_journal(transaction_type, posting_leg[], text, uuid[], jsonb), read_posting(uuid), find_posting(text),
  export_posting(uuid), preview_posting(uuid), reverse_posting(uuid, uuid, text, text, boolean),
  preview_reversal(uuid, boolean) TO corex_app;
