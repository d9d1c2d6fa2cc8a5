-- What each row of transactions and entries has to be is checked by the triggers zz_sound (code/postings/guard-transaction.sql) and
-- balanced (code/postings/check-entries-balance.sql), which no replica role turns off: the server reads and prepares the text of every
-- CHECK again for every statement, and those of one posting cost as much as all that it writes. Rows that are there have passed the
-- CHECKs. See docs/decisions/0031.

ALTER TABLE transactions
  DROP CONSTRAINT transactions_amount_positive, DROP CONSTRAINT transactions_description_length, DROP CONSTRAINT transactions_two_sides,
  DROP CONSTRAINT transactions_status_reason_length, DROP CONSTRAINT transactions_transaction_id_printable,
  DROP CONSTRAINT transactions_currency_printable, DROP CONSTRAINT transactions_description_printable,
  DROP CONSTRAINT transactions_business_date_calendar, DROP CONSTRAINT transactions_workstation_length,
  DROP CONSTRAINT transactions_build_length, DROP CONSTRAINT transactions_maker_is_person, DROP CONSTRAINT transactions_derived_types,
  DROP CONSTRAINT transactions_cause_whole, DROP CONSTRAINT transactions_reverses_another,
  DROP CONSTRAINT transactions_workstation_printable, DROP CONSTRAINT transactions_build_printable,
  DROP CONSTRAINT transactions_reason_code_printable, DROP CONSTRAINT transactions_status_reason_printable,
  DROP CONSTRAINT transactions_value_date_calendar, DROP CONSTRAINT transactions_cause_type_printable,
  DROP CONSTRAINT transactions_reversal_reasoned;
ALTER TABLE entries
  DROP CONSTRAINT entries_amount_positive, DROP CONSTRAINT entries_business_date_calendar, DROP CONSTRAINT entries_value_date_calendar;

-- One text instead of three: NaN is the greatest of numbers.
ALTER TABLE balances
  DROP CONSTRAINT balances_ledger_finite, DROP CONSTRAINT balances_available_finite, DROP CONSTRAINT balances_held,
  ADD CONSTRAINT balances_finite CHECK (held >= 0 AND greatest(ledger_balance, available_balance, held) < 'NaN');
