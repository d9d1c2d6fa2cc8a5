-- A file of payments that waits for a second person holds what it pays, as a posting that waits does.

ALTER TABLE holds
  DROP CONSTRAINT holds_kind_printable,
  ADD CONSTRAINT holds_kind_printable CHECK (kind IN ('PENDING_POSTING', 'PLACED', 'PAYMENTS'));
