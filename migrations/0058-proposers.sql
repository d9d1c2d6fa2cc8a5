-- What somebody proposed is approved only while that person may still propose it. Not so what has to end whoever began it: a till that is
-- counted, and a posting that waits, which says by itself why it is not made.
ALTER TABLE approval_kinds ADD COLUMN outlives_proposer boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN approval_kinds.outlives_proposer IS 'Approved also when its proposer is no longer active, or of another role.';
UPDATE approval_kinds SET outlives_proposer = true WHERE kind IN ('POSTING', 'TILL_CLOSE', 'TILL_DIFFERENCE');
