-- The staff without where they work for a time, and without who has a second factor, and who is signed in: until 0.3.
DROP FUNCTION IF EXISTS list_users();
