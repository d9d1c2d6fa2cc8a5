-- Funds that are held: they stay in the ledger balance and cannot be drawn. A hold makes no entry. What an account's holds come to stands
-- beside its balance, so that a posting reads one row.

CREATE TABLE holds (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES accounts,
  amount numeric(15,2) NOT NULL CONSTRAINT holds_amount_positive CHECK (amount > 0 AND amount <> 'NaN'),
  currency varchar(3) NOT NULL REFERENCES currencies,
  reason varchar(200) NOT NULL CONSTRAINT holds_reason_filled CHECK (btrim(reason) <> ''),
  kind varchar(20) NOT NULL,
  transaction_id uuid REFERENCES transactions,
  placed_by uuid REFERENCES users,
  placed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_on date,
  released_by uuid REFERENCES users,
  released_at timestamptz,
  release_reason varchar(200),
  CONSTRAINT holds_of_posting CHECK ((kind = 'PENDING_POSTING') = (transaction_id IS NOT NULL)),
  CONSTRAINT holds_released_whole CHECK ((released_at IS NULL) = (release_reason IS NULL)
    AND (released_by IS NULL OR released_at IS NOT NULL)),
  CONSTRAINT holds_kind_printable CHECK (kind IN ('PENDING_POSTING', 'PLACED')),
  CONSTRAINT holds_currency_printable CHECK (currency !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  CONSTRAINT holds_reason_printable CHECK (reason !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  CONSTRAINT holds_release_reason_printable CHECK (release_reason !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  CONSTRAINT holds_expires_on_calendar CHECK (expires_on BETWEEN '0001-01-01' AND '9999-12-31')
);
COMMENT ON TABLE holds IS 'Funds that may not be drawn: of a posting that waits for an approval, or placed by somebody with a reason';
COMMENT ON COLUMN holds.placed_by IS 'Null where the system placed it';
COMMENT ON COLUMN holds.expires_on IS 'The last business date on which it holds; it is released by the day''s jobs and counts until then';
CREATE INDEX idx_holds_account ON holds (account_id);
CREATE INDEX idx_holds_currency ON holds (currency);
CREATE INDEX idx_holds_transaction ON holds (transaction_id);
CREATE INDEX idx_holds_placed_by ON holds (placed_by);
CREATE INDEX idx_holds_released_by ON holds (released_by);
CREATE INDEX idx_holds_expiring ON holds (expires_on) WHERE released_at IS NULL;

ALTER TABLE balances ADD COLUMN held numeric(15,2) NOT NULL DEFAULT 0 CONSTRAINT balances_held CHECK (held >= 0 AND held <> 'NaN');
COMMENT ON COLUMN balances.held IS 'The sum of the holds that are not released';

-- A receipt that is printed again shows what could be drawn then, whatever is held or agreed since.
ALTER TABLE entries ADD COLUMN available_after numeric(15,2);
COMMENT ON COLUMN entries.available_after IS 'What could be drawn after this entry; NULL in what earlier releases and loaders wrote';
