-- The proof of each closed business day: what was computed from one snapshot when it was closed, kept with its hash and never changed. The
-- paper that is printed of it, now or years later, shows what is kept here and nothing that is computed anew.

CREATE TABLE day_proofs (
  id uuid PRIMARY KEY REFERENCES business_days,
  content jsonb NOT NULL CONSTRAINT day_proofs_content_object CHECK (jsonb_typeof(content) = 'object'),
  hash bytea NOT NULL CONSTRAINT day_proofs_hash_length CHECK (length(hash) = 32)
);
COMMENT ON TABLE day_proofs IS 'What proved a business day when it was closed: cash, suspense, tills, people, trial balance';
COMMENT ON COLUMN day_proofs.id IS 'The day''s';
COMMENT ON COLUMN day_proofs.hash IS 'SHA-256 of the content as text; it stands on the paper, and in the audit log';
