-- Functions that workstations has with other arguments or results.
-- A code for the own branch only: until 0.3.
DROP FUNCTION IF EXISTS propose_workstation_code(uuid, text, int, bytea);
