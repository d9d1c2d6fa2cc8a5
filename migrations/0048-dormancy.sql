-- Accounts that rest: after so many months without a movement that the customer made, as the terms of the product say, an account is
-- dormant (the status INACTIVE). Nothing is drawn from it until a supervisor has seen the customer.

ALTER TABLE product_terms
  ADD COLUMN dormant_after smallint CONSTRAINT product_terms_dormant_after CHECK (dormant_after BETWEEN 1 AND 240);
COMMENT ON COLUMN product_terms.dormant_after IS
  'Months without a movement that the customer made, after which an account is dormant; NULL: never';

ALTER TABLE accounts
  ADD COLUMN reactivated_on date CONSTRAINT accounts_reactivated_on_calendar CHECK (reactivated_on BETWEEN '0001-01-01' AND '9999-12-31');
COMMENT ON COLUMN accounts.reactivated_on IS 'The business date on which a supervisor last took it out of dormancy';
