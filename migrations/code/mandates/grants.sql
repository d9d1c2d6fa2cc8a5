-- Proposed and read by functions alone.

GRANT EXECUTE ON FUNCTION propose_party(uuid, uuid, jsonb), list_parties(uuid), read_signers(uuid) TO corex_app;
