-- Many postings in one call. An item is what post_journal() takes; its outcome is what that would have answered or refused, by its key.

CREATE TYPE posting_item AS (key uuid, transaction_type transaction_type, legs posting_leg[], currency text, description text,
  value_date date);
CREATE TYPE posting_outcome AS (key uuid, refusal text, facts jsonb, receipt posting_receipt);
