-- What a count came to, for whoever made it. Asked after the count is committed: before, it could still be taken back by somebody who
-- then knows what to count.
CREATE OR REPLACE FUNCTION read_count(p_session uuid) RETURNS TABLE (name text, expected numeric, counted numeric, variance numeric)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('TELLER', 'SUPERVISOR');
BEGIN
  PERFORM require_committed(p_session);
  RETURN QUERY SELECT t.name::text, s.expected, s.counted, s.counted - s.expected
    FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.id = p_session AND s.closed_by = who.user_id;
END $$;

-- For the figures of a day, which tell the same of every till.
CREATE OR REPLACE FUNCTION require_counts_committed(p_branch uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_committed(s.id) FROM till_sessions s JOIN tills t ON t.id = s.till_id
    WHERE t.branch_id = p_branch AND s.closed_at >= transaction_timestamp();
END $$;
