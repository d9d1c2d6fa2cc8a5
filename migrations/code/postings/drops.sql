-- Postings that nobody signed, and that do not say who stood at the counter: until 0.3.
DROP FUNCTION IF EXISTS post_journal(uuid, transaction_type, posting_leg[], text, text),
  post_journal(uuid, transaction_type, posting_leg[], text, text, uuid[]), preview_journal(transaction_type, posting_leg[], text),
  preview_journal(transaction_type, posting_leg[], text, uuid[]), posting_hash(text, transaction_type, posting_leg[], text, text),
  write_posting(identity, text, uuid, transaction_type, posting_leg[], text, text, actor_kind, text, uuid, date, uuid, text, jsonb),
  post_new(identity, text, uuid, bytea, transaction_type, posting_line[], text, text, origin, date, uuid, text, jsonb);

-- An opening that does not say which copy of a receipt it printed: until 0.3.
DROP FUNCTION IF EXISTS opened_posting(identity, uuid, text);
