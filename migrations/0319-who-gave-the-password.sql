-- Who gave a user the temporary password alone was read from the audit log, of which whole months are deleted in time; it is kept with
-- the user.
-- Runs with the code.

ALTER TABLE users ADD COLUMN password_giver uuid REFERENCES users;
COMMENT ON COLUMN users.password_giver IS
  'Who gave the last temporary password alone; NULL: two people did, or the server''s administrator, or nobody is known';
CREATE INDEX idx_users_password_giver ON users (password_giver);

ALTER TABLE users DISABLE TRIGGER USER;
UPDATE users AS u SET password_giver = given.user_id
  FROM (SELECT DISTINCT ON (resource_id) resource_id, user_id, cause_type FROM whole_audit_log
    WHERE resource_type = 'users' AND action IN ('CREATED', 'PASSWORD_RESET', 'ACCESS_RECOVERED') ORDER BY resource_id, id DESC) AS given
  WHERE given.resource_id = u.id AND given.cause_type <> 'APPROVAL';
ALTER TABLE users ENABLE TRIGGER USER;
