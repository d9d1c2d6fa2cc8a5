-- Printing into a passbook. A print is on record before anything is sent, and what of it stands in the book when that is known: by the
-- printer, or by somebody who has looked into the book. Until then nothing else is printed into it, so that no line stands there twice.

CREATE OR REPLACE FUNCTION refuse_under_way(print passbook_prints) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM refuse('PASSBOOK_PRINT_OPEN', jsonb_build_object('person', (SELECT full_name FROM users WHERE id = print.begun_by)));
END $$;

-- Takes down up to which line a print stands in the book. Its caller holds the book.
CREATE OR REPLACE FUNCTION know_print(who identity, book passbooks, print passbook_prints, p_line int) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE passbook_prints SET known_line = p_line, known_by = who.user_id, known_at = clock_timestamp() WHERE id = print.id;
  UPDATE passbooks SET printed = p_line WHERE id = book.id AND printed <> p_line $$;

-- Begins to print what is not in the book, up to the end of the page, and answers the lines with where they stand. `p_printed` is how many
-- lines the caller saw in it: where another print came first, that is refused. What is saved as a file tells nothing: it is asked about.
CREATE OR REPLACE FUNCTION begin_passbook_print(p_passbook uuid, p_printed int, p_as_file boolean) RETURNS jsonb LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  book passbooks := locked_passbook(who, p_passbook);
  layout passbook_layouts;
  begun passbook_prints;
  last int;
BEGIN
  SELECT * INTO layout FROM passbook_layouts WHERE id = book.layout_id;
  SELECT * INTO begun FROM passbook_prints WHERE passbook_id = book.id AND known_line IS NULL;
  last := last_line_now(book, layout);
  IF book.ended_at IS NOT NULL THEN PERFORM refuse('PASSBOOK_ENDED', jsonb_build_object('serial', book.serial_number)); END IF;
  IF begun.id IS NOT NULL THEN PERFORM refuse_under_way(begun); END IF;
  IF book.printed IS DISTINCT FROM p_printed THEN PERFORM refuse('PASSBOOK_MOVED_ON'); END IF;
  IF lines_due(book) = book.printed THEN PERFORM refuse('PASSBOOK_UP_TO_DATE'); END IF;
  IF last <= book.printed THEN PERFORM refuse('PASSBOOK_FULL'); END IF;
  INSERT INTO passbook_prints (passbook_id, first_line, last_line, begun_by, is_asked)
    VALUES (book.id, book.printed + 1, last, who.user_id, coalesce(p_as_file, false)) RETURNING * INTO begun;
  PERFORM note_look(who, 'EXPORTED', 'accounts', book.account_id, jsonb_build_object('format', 'PASSBOOK', 'lines', last - book.printed));
  RETURN jsonb_build_object('printId', begun.id, 'serialNumber', book.serial_number,
    'currency', (SELECT currency FROM accounts WHERE id = book.account_id), 'page', book.printed / layout.lines_a_page + 1,
    'startLine', book.printed % layout.lines_a_page + 1, 'lines', passbook_lines(book, begun.first_line, begun.last_line),
    'layout', jsonb_build_object('width', layout.width, 'height', layout.height, 'firstLine', layout.first_line,
      'lineSpacing', layout.line_spacing, 'foldAfter', layout.fold_after, 'foldGap', layout.fold_gap, 'edges', layout.edges));
END $$;

-- A print with its book locked.
CREATE OR REPLACE FUNCTION locked_print(who identity, p_print uuid, OUT book passbooks, OUT print passbook_prints) LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE of_book uuid := (SELECT passbook_id FROM passbook_prints WHERE id = p_print);
BEGIN
  IF of_book IS NULL THEN PERFORM refuse('PASSBOOK_PRINT_NOT_FOUND'); END IF;
  book := locked_passbook(who, of_book);
  SELECT * INTO print FROM passbook_prints WHERE id = p_print;
END $$;

-- What the printer told of a print, for whoever began it: PRINTED, NOTHING or STOPPED. After STOPPED somebody is asked.
CREATE OR REPLACE FUNCTION finish_passbook_print(p_print uuid, p_outcome text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  held record := locked_print(who, p_print);
  print passbook_prints := held.print;
BEGIN
  IF (p_outcome IN ('PRINTED', 'NOTHING', 'STOPPED')) IS NOT TRUE THEN PERFORM refuse('VALIDATION'); END IF;
  IF print.begun_by <> who.user_id THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF print.known_line IS NOT NULL OR print.is_asked THEN PERFORM refuse('PASSBOOK_MOVED_ON'); END IF;
  IF p_outcome = 'STOPPED' THEN UPDATE passbook_prints SET is_asked = true WHERE id = print.id;
  ELSE
    PERFORM know_print(who, held.book, print, CASE p_outcome WHEN 'PRINTED' THEN print.last_line ELSE print.first_line - 1 END);
  END IF;
END $$;

-- Up to which line a print stands in the book, as somebody saw there; one before its first: nothing of it. Sent twice, it is said once.
CREATE OR REPLACE FUNCTION say_passbook_line(p_print uuid, p_line int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  held record := locked_print(who, p_print);
  print passbook_prints := held.print;
BEGIN
  IF print.known_line = p_line THEN RETURN; END IF;
  IF print.known_line IS NOT NULL THEN PERFORM refuse('PASSBOOK_MOVED_ON'); END IF;
  IF NOT may_be_asked(print) THEN PERFORM refuse_under_way(print); END IF;
  IF (p_line BETWEEN print.first_line - 1 AND print.last_line) IS NOT TRUE THEN PERFORM refuse('PASSBOOK_LINE_OUTSIDE'); END IF;
  PERFORM know_print(who, held.book, print, p_line);
END $$;
