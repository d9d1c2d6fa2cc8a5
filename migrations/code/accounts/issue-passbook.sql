-- Issuing and ending a passbook, at any branch where the account's statement is given.

-- The entry after which the next book of an account begins: the last one that stands in the book before, so that what was not printed there
-- is printed here. The first book begins with now: what came before it stands in no book.
CREATE OR REPLACE FUNCTION next_book_starts_after(p_account uuid) RETURNS bigint LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((SELECT last_entry_in(b) FROM passbooks b WHERE b.account_id = p_account ORDER BY b.number DESC LIMIT 1),
    (SELECT entry_count FROM balances WHERE account_id = p_account)) $$;

-- Issues a book under the serial number that is printed on it. Sent twice, it is issued once.
CREATE OR REPLACE FUNCTION issue_passbook(p_key uuid, p_account uuid, p_serial text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  serial text := upper(clean_name(left(p_serial, 200)));
  account accounts;
  before passbooks;
  after bigint;
BEGIN
  SELECT * INTO account FROM accounts WHERE id = p_account AND customer_id IS NOT NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_READ', account.branch_id), count_reads(who, 1);
  SELECT * INTO before FROM passbooks WHERE id = p_key;
  IF FOUND AND (before.account_id, before.serial_number, before.issued_by) = (account.id, serial, who.user_id) THEN RETURN; END IF;
  IF FOUND OR p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  IF (serial ~ '^[A-Z0-9][A-Z0-9/-]{0,29}$') IS NOT TRUE THEN PERFORM refuse('VALIDATION'); END IF;
  IF account.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', account.account_number)); END IF;
  IF NOT (SELECT has_passbook FROM account_kinds WHERE account_type = account.account_type) THEN
    PERFORM refuse('PASSBOOK_NOT_POSSIBLE');
  END IF;
  SELECT * INTO before FROM passbooks WHERE account_id = account.id ORDER BY number DESC LIMIT 1;
  IF before.ended_at IS NULL AND before.id IS NOT NULL THEN
    PERFORM refuse('PASSBOOK_OPEN', jsonb_build_object('serial', before.serial_number));
  END IF;
  after := next_book_starts_after(account.id);
  INSERT INTO passbooks (id, account_id, number, serial_number, layout_id, starts_after, brought_forward, issued_on, issued_by)
    SELECT p_key, account.id, coalesce(before.number, 0) + 1, serial, l.id, after,
      (SELECT balance_after FROM entries WHERE account_id = account.id AND sequence = after), limit_date(who.branch_id), who.user_id
    FROM passbook_layouts l ORDER BY l.created_at DESC, l.id DESC LIMIT 1 ON CONFLICT (serial_number) DO NOTHING;
  IF NOT FOUND THEN PERFORM refuse('PASSBOOK_SERIAL_TAKEN'); END IF;
END $$;

-- The book, locked: of two that print, end or tell at the same moment the second sees what the first did.
CREATE OR REPLACE FUNCTION locked_passbook(who identity, p_passbook uuid) RETURNS passbooks LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE book passbooks;
BEGIN
  SELECT * INTO book FROM passbooks WHERE id = p_passbook FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM refuse('PASSBOOK_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_READ', (SELECT branch_id FROM accounts WHERE id = book.account_id)), count_reads(who, 1);
  RETURN book;
END $$;

-- Ends a book that is full, lost or damaged. Of a print into a lost book nobody can say any more what came of it: its lines count as not
-- printed and are the first of the next book, so that none is left out.
CREATE OR REPLACE FUNCTION end_passbook(p_passbook uuid, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  book passbooks := locked_passbook(who, p_passbook);
  under_way passbook_prints;
BEGIN
  IF (p_reason IN ('FULL', 'LOST', 'DAMAGED')) IS NOT TRUE THEN PERFORM refuse('VALIDATION'); END IF;
  IF book.ended_at IS NOT NULL THEN PERFORM refuse('PASSBOOK_ENDED', jsonb_build_object('serial', book.serial_number)); END IF;
  SELECT * INTO under_way FROM passbook_prints WHERE passbook_id = book.id AND known_line IS NULL;
  IF FOUND AND NOT (p_reason = 'LOST' AND may_be_asked(under_way)) THEN PERFORM refuse_under_way(under_way); END IF;
  IF FOUND THEN PERFORM know_print(who, book, under_way, under_way.first_line - 1); END IF;
  UPDATE passbooks SET end_reason = p_reason, ended_by = who.user_id, ended_at = clock_timestamp() WHERE id = book.id;
END $$;
