-- A temporary password is good for three days: one that nobody uses is not left for whoever finds it.

ALTER TABLE users ADD COLUMN temporary_since timestamptz;
COMMENT ON COLUMN users.temporary_since IS 'When the temporary password was given; NULL: there is none, or it is of before this column';
