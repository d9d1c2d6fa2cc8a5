-- The staff without who has a second factor, and who is signed in: until 0.3.
DROP FUNCTION IF EXISTS list_users();
