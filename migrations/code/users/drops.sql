-- The staff without who has a second factor, and who is signed in: until 0.3.
DROP FUNCTION IF EXISTS list_users();
-- A new password as a hash, which no rule can look at: until 0.3.
DROP FUNCTION IF EXISTS change_own_password(text, text, bytea);
