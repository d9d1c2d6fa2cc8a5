-- Postings that nobody signed: until 0.3.
DROP FUNCTION IF EXISTS post_journal(uuid, transaction_type, posting_leg[], text, text),
  preview_journal(transaction_type, posting_leg[], text);
