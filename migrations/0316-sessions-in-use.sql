-- Who is signed in where, since when and when it was last used: a person sees the own sessions, an administrator ends another's.

ALTER TABLE sessions ADD COLUMN used_at timestamptz;
COMMENT ON COLUMN sessions.used_at IS 'When the window was last open and not locked, to the minute; NULL: not yet';
CREATE INDEX idx_sessions_open ON sessions (user_id) WHERE ended_at IS NULL;
