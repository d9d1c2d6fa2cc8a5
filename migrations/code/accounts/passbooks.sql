-- Passbooks: which book is open for an account, what stands in it and what does not yet. The numbers of an account's entries have no gaps,
-- so that a line of a book is an entry by arithmetic, and no list of lines has to agree with the ledger (docs/decisions/0094).

-- The number of the last entry that stands in a book. Its first line may be the balance that was brought forward.
CREATE OR REPLACE FUNCTION last_entry_in(book passbooks) RETURNS bigint LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT book.starts_after + greatest(book.printed - least(book.starts_after, 1), 0) $$;

-- How many lines a book would have with all that is posted.
CREATE OR REPLACE FUNCTION lines_due(book passbooks) RETURNS int LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (entry_count - book.starts_after + least(book.starts_after, 1))::int FROM balances WHERE account_id = book.account_id $$;

-- The last line up to which a print of now goes: what is posted, and no further than the page.
CREATE OR REPLACE FUNCTION last_line_now(book passbooks, layout passbook_layouts) RETURNS int LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT least(lines_due(book), layout.lines_a_page * least(book.printed / layout.lines_a_page + 1, layout.pages)) $$;

-- Lines of a book in the shape of the contract. What undoes a posting is a line of its own.
CREATE OR REPLACE FUNCTION passbook_lines(book passbooks, p_first int, p_last int) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(l.line ORDER BY l.n), '[]') FROM (
    SELECT 1 AS n, jsonb_build_object('line', 1, 'date', book.issued_on, 'kind', 'BROUGHT_FORWARD', 'reference', NULL, 'side', NULL,
        'amount', NULL, 'balance', book.brought_forward::text) AS line
      WHERE book.starts_after > 0 AND p_first = 1 AND p_last >= 1
    UNION ALL SELECT e.sequence - book.starts_after + least(book.starts_after, 1), jsonb_build_object(
        'line', e.sequence - book.starts_after + least(book.starts_after, 1), 'date', e.business_date,
        'kind', CASE WHEN t.reversal_of IS NOT NULL THEN 'REVERSAL' WHEN e.actor <> t.actor THEN 'FEE' ELSE t.transaction_type::text END,
        'reference', t.transaction_id, 'side', e.entry_type, 'amount', e.amount::text, 'balance', e.balance_after::text)
      FROM entries e JOIN transactions t ON t.id = e.transaction_id
      WHERE e.account_id = book.account_id AND e.sequence > book.starts_after
        AND e.sequence BETWEEN book.starts_after + p_first - least(book.starts_after, 1)
          AND book.starts_after + p_last - least(book.starts_after, 1)) AS l $$;

-- A print of which nobody knows yet what came of it; null where there is none. A printer tells within a minute, so that after two nobody
-- waits for it any more: somebody looks into the book.
CREATE OR REPLACE FUNCTION print_under_way(book passbooks) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', p.id, 'firstLine', p.first_line, 'lines', passbook_lines(book, p.first_line, p.last_line),
    'person', u.full_name, 'begunAt', p.begun_at, 'isAsked', may_be_asked(p))
  FROM passbook_prints p JOIN users u ON u.id = p.begun_by WHERE p.passbook_id = book.id AND p.known_line IS NULL $$;

CREATE OR REPLACE FUNCTION may_be_asked(print passbook_prints) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT print.is_asked OR print.begun_at < clock_timestamp() - interval '2 minutes' $$;

CREATE OR REPLACE FUNCTION passbook_view(book passbooks) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', book.id, 'serialNumber', book.serial_number, 'issuedOn', book.issued_on, 'issuedBy', u.full_name,
    'printed', book.printed, 'waiting', lines_due(book) - book.printed, 'page', book.printed / l.lines_a_page + 1,
    'line', book.printed % l.lines_a_page + 1, 'linesAPage', l.lines_a_page, 'pages', l.pages,
    'isFull', book.printed >= l.lines_a_page * l.pages,
    'next', passbook_lines(book, book.printed + 1, last_line_now(book, l)), 'underWay', print_under_way(book))
  FROM passbook_layouts l, users u WHERE l.id = book.layout_id AND u.id = book.issued_by $$;

-- The open book of an account, and those that were ended, the latest first. What is to be printed are lines of the statement, and opening
-- them is on record like that.
CREATE OR REPLACE FUNCTION read_passbook(p_account uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  account accounts := opened_account(who, p_account, 'VIEWED', '{}');
BEGIN
  RETURN jsonb_build_object(
    'book', (SELECT passbook_view(b) FROM passbooks b WHERE b.account_id = account.id AND b.ended_at IS NULL),
    'ended', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'serialNumber', e.serial_number, 'reason', e.end_reason,
        'endedAt', e.ended_at, 'endedBy', e.full_name) ORDER BY e.number DESC), '[]')
      FROM (SELECT b.*, u.full_name FROM passbooks b JOIN users u ON u.id = b.ended_by
        WHERE b.account_id = account.id ORDER BY b.number DESC LIMIT 20) AS e));
END $$;
