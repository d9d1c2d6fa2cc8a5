-- Functions that sessions has with other arguments or results.
-- A sign-in that does not say what it still waits for, and a password without a code beside it: until 0.3.
DROP FUNCTION IF EXISTS note_attempt(text, text, text, boolean, boolean, int, bigint, smallint);
DROP FUNCTION IF EXISTS finish_sign_in(text), try_password(text, text, text, text);
