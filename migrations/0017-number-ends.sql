-- Numbers grow when their usual width is used up: an account number has nine digits or more and a check digit, a customer number
-- seven or more. The customer's column ends first, after seventeen.

ALTER SEQUENCE customer_numbers MAXVALUE 99999999999999999;
COMMENT ON COLUMN accounts.account_number IS 'Stamped: nine digits or more, and a check digit';
COMMENT ON COLUMN customers.customer_number IS 'Stamped: C-, seven digits or more, and a check digit';
