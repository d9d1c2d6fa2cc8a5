-- A monthly fee that is not charged where enough stood on the account all month: part of the terms of a product, agreed by two like them.

ALTER TABLE product_terms ADD COLUMN fee_waived_from numeric(15,2)
  CONSTRAINT product_terms_fee_waived_from CHECK (fee_waived_from > 0 AND fee_waived_from <> 'NaN');
COMMENT ON COLUMN product_terms.fee_waived_from IS
  'What has to stand on an account at the end of each day of a month, at least, so that the month costs nothing; NULL: each month costs';

ALTER TABLE monthly_fees ADD COLUMN kept numeric(15,2)
  CONSTRAINT monthly_fees_kept CHECK (kept > 0 AND kept <> 'NaN'),
  ADD CONSTRAINT monthly_fees_kept_is_settled CHECK (kept IS NULL OR posted_on IS NOT NULL);
COMMENT ON TABLE monthly_fees IS 'Monthly fees of accounts, each once a month: posted, waived, or due until the account has the money';
COMMENT ON COLUMN monthly_fees.posted_on IS 'The business date on which it was posted or waived; NULL: it is due';
COMMENT ON COLUMN monthly_fees.kept IS
  'For what it was waived: the least that stood on the account at the end of a day of the month; NULL: it was not';
