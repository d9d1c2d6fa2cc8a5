-- What a workstation may ask and do with keys; no function answers one that it could read.

GRANT EXECUTE ON FUNCTION read_vault_keys(), renew_own_key(bytea), propose_key_change(uuid, text, text), read_key_state(),
  list_key_receivers(), begin_key_rotation(uuid, bytea, bytea, bytea, uuid[], bytea[]), next_file_keys(int),
  rewrap_file_keys(int, uuid[], bytea[]), end_key_rotation(), keep_recovery_sheet(uuid, bytea) TO corex_app;
