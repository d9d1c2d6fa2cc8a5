-- The staff without who has a second factor: until 0.3.
DROP FUNCTION IF EXISTS list_users();
