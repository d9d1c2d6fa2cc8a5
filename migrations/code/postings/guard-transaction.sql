-- What each row of transactions has to be, new or changed: what CHECKs would say, by the names that they had. As one expression of a
-- trigger it is prepared once a statement; the server reads the text of each CHECK anew. A value that is missing breaks no rule. Texts of
-- plain Latin letters are asked nothing more.
CREATE OR REPLACE FUNCTION guard_transaction() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE broken text;
BEGIN
  IF (NEW.amount > 0 AND NEW.amount < 'NaN' AND NEW.from_account_id <> NEW.to_account_id
      AND concat_ws(' ', NEW.transaction_id, NEW.currency, NEW.workstation, NEW.build, NEW.description)
        !~ '[^ -~\u00A0-\u00AC\u00AE-\u02FF]'
      AND length(NEW.description) <= 200 AND length(NEW.workstation) <= 63 AND length(NEW.build) <= 100
      AND NEW.business_date BETWEEN '0001-01-01' AND '9999-12-31' AND NEW.value_date BETWEEN '0001-01-01' AND '9999-12-31'
      AND (NEW.actor = 'PERSON') = (NEW.created_by IS NOT NULL)
      AND (NEW.actor <> 'PERSON' OR NEW.transaction_type NOT IN ('FEE', 'INTEREST'))
      AND NEW.cause_type IN ('INTENT', 'POSTING', 'JOB', 'APPROVAL', 'TILL_SESSION', 'SESSION')
      AND (NEW.cause_id IS NOT NULL OR NEW.cause_type = 'INTENT')) IS NOT FALSE
    AND NEW.status_reason IS NULL AND NEW.reversal_of IS NULL AND NEW.reason_code IS NULL THEN
    RETURN NEW;
  END IF;
  broken := broken_rule(NEW);
  IF broken IS NULL AND TG_OP = 'INSERT' AND not_in_one_line(NEW.description) THEN broken := 'transactions_description_one_line'; END IF;
  IF broken IS NOT NULL THEN
    RAISE check_violation USING CONSTRAINT = broken, TABLE = 'transactions', MESSAGE = 'Not a transaction: ' || broken;
  END IF;
  RETURN NEW;
END $$;

-- Whether a text ends lines, or has characters that nobody sees: they would show another order of figures than the one that is kept, or
-- write lines of their own into a file for another program.
CREATE OR REPLACE FUNCTION not_in_one_line(t text) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT t ~ '[\t\n\r\u2028\u2029]' OR without_invisible(t) <> t $$;

-- The first rule that a transaction breaks, or null.
CREATE OR REPLACE FUNCTION broken_rule(t transactions) RETURNS text LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  control text := '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]';
  without_cause boolean := t.cause_type IN ('UPGRADE', 'UNRECORDED');
BEGIN
  RETURN CASE
    WHEN t.amount <= 0 OR t.amount = 'NaN' THEN 'transactions_amount_positive'
    WHEN t.from_account_id = t.to_account_id THEN 'transactions_two_sides'
    WHEN t.transaction_id ~ control THEN 'transactions_transaction_id_printable'
    WHEN t.currency ~ control THEN 'transactions_currency_printable'
    WHEN t.description ~ control THEN 'transactions_description_printable'
    WHEN length(t.description) > 200 THEN 'transactions_description_length'
    WHEN t.workstation ~ control THEN 'transactions_workstation_printable'
    WHEN length(t.workstation) > 63 THEN 'transactions_workstation_length'
    WHEN t.build ~ control THEN 'transactions_build_printable'
    WHEN length(t.build) > 100 THEN 'transactions_build_length'
    WHEN t.status_reason ~ control THEN 'transactions_status_reason_printable'
    WHEN length(t.status_reason) > 500 THEN 'transactions_status_reason_length'
    WHEN t.reason_code ~ control THEN 'transactions_reason_code_printable'
    WHEN t.business_date NOT BETWEEN '0001-01-01' AND '9999-12-31' THEN 'transactions_business_date_calendar'
    WHEN t.value_date NOT BETWEEN '0001-01-01' AND '9999-12-31' THEN 'transactions_value_date_calendar'
    WHEN (t.actor = 'PERSON') <> (t.created_by IS NOT NULL) THEN 'transactions_maker_is_person'
    WHEN t.actor = 'PERSON' AND t.transaction_type IN ('FEE', 'INTEREST') THEN 'transactions_derived_types'
    WHEN t.cause_type NOT IN ('INTENT', 'POSTING', 'JOB', 'APPROVAL', 'TILL_SESSION', 'SESSION', 'UPGRADE', 'UNRECORDED')
      THEN 'transactions_cause_type_printable'
    WHEN (t.cause_id IS NULL) <> without_cause AND t.cause_type <> 'INTENT' THEN 'transactions_cause_whole'
    WHEN t.reversal_of = t.id THEN 'transactions_reverses_another'
    WHEN t.reversal_of IS NOT NULL AND t.reason_code IS NULL THEN 'transactions_reversal_reasoned' END;
END $$;
