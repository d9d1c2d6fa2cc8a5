-- A reversal that waits for a second person holds what it takes back, as a posting that waits does: its hold names the posting.

ALTER TABLE holds
  DROP CONSTRAINT holds_kind_printable,
  ADD CONSTRAINT holds_kind_printable CHECK (kind IN ('PENDING_POSTING', 'PLACED', 'PAYMENTS', 'REVERSAL')),
  DROP CONSTRAINT holds_of_posting,
  ADD CONSTRAINT holds_of_posting CHECK ((kind IN ('PENDING_POSTING', 'REVERSAL')) = (transaction_id IS NOT NULL));

UPDATE approval_kinds SET ender = 'end_reversal' WHERE kind = 'REVERSAL';
