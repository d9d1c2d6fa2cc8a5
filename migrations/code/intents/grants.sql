-- Settled by a function alone.

GRANT EXECUTE ON FUNCTION settle_intent(uuid, uuid) TO corex_app;
