-- Currencies are read by all; the smallest key of a moment bounds date filters (audit log, statements).

GRANT SELECT ON currencies TO corex_app;
GRANT EXECUTE ON FUNCTION uuidv7_floor(timestamptz) TO corex_app;
