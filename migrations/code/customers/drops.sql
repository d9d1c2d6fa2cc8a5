-- Customers who are people of age, whoever brings them: until 0.3.
DROP FUNCTION IF EXISTS check_birth(date, uuid);
