-- Functions that limits no longer have, or have with other arguments or results.
-- The holder's cash, whoever stood at the counter: until 0.3.
DROP FUNCTION IF EXISTS cash_of_customer(uuid, text, date);
