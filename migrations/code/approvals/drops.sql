-- A decision beside somebody by a password alone: until 0.3.
DROP FUNCTION IF EXISTS begin_override(uuid, text, text);
