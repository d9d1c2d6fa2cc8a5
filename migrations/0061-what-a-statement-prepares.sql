-- What the server prepares anew for every statement of a posting: see docs/decisions/0036.

-- The text of a CHECK is read and prepared for each statement, the rule of a domain once a session.
CREATE DOMAIN business_date AS date CONSTRAINT business_date_calendar CHECK (VALUE BETWEEN '0001-01-01' AND '9999-12-31');
CREATE DOMAIN currency_code AS varchar(3) CONSTRAINT currency_code_printable CHECK (VALUE ~ '^[A-Z]{3}$');

ALTER TABLE person_sums
  DROP CONSTRAINT person_sums_business_date_calendar,
  DROP CONSTRAINT person_sums_currency_printable,
  ALTER COLUMN business_date TYPE business_date,
  ALTER COLUMN currency TYPE currency_code;
ALTER TABLE account_sums
  DROP CONSTRAINT account_sums_business_date_calendar,
  ALTER COLUMN business_date TYPE business_date;
