-- Looking at a document takes three calls, each a transaction of its own: open_document() records the look and answers a ticket,
-- read_document_content() hands the content out for a ticket that is committed, mark_document_shown() says that it was drawn.
-- Done in one call, a ROLLBACK would leave the content with the reader and no trace of the look.
CREATE OR REPLACE FUNCTION open_document(p_document uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  opened kyc_documents;
  ticket uuid;
BEGIN
  SELECT * INTO opened FROM kyc_documents WHERE id = p_document;
  IF NOT FOUND THEN PERFORM refuse('DOCUMENT_NOT_FOUND'); END IF;
  PERFORM require_branch_of_customer(who, 'DOCUMENT_READ', opened.customer_id);
  PERFORM require_not_deleted(opened.id);
  PERFORM note_look(who, 'VIEWED', 'kyc_documents', opened.id);
  SELECT id INTO ticket FROM document_views WHERE document_id = opened.id AND session_id = who.session_id
    AND opened_at > clock_timestamp() - interval '4 minutes' LIMIT 1;
  IF NOT FOUND THEN
    INSERT INTO document_views (document_id, session_id, user_id, workstation, content_digest)
      VALUES (opened.id, who.session_id, who.user_id, session_user, opened.content_digest) RETURNING id INTO ticket;
  END IF;
  RETURN ticket;
END $$;

-- The encrypted pages in their order, the first one with what was read of the document, for a ticket of the last five minutes that this
-- session took in a transaction which is over.
CREATE OR REPLACE FUNCTION read_document_content(p_ticket uuid)
RETURNS TABLE (media_type text, generation int, wrapped_key bytea, content bytea, reading bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  seen document_views;
BEGIN
  SELECT * INTO seen FROM document_views WHERE id = p_ticket AND session_id = who.session_id
    AND opened_at > clock_timestamp() - interval '5 minutes' AND opened_xid IS DISTINCT FROM pg_current_xact_id_if_assigned();
  IF NOT FOUND THEN PERFORM refuse('LOOK_NOT_RECORDED'); END IF;
  UPDATE document_views SET read_at = clock_timestamp() WHERE id = seen.id AND read_at IS NULL;
  RETURN QUERY SELECT f.media_type::text, k.generation, k.wrapped_key, f.content, CASE WHEN p.page_no = 1 THEN r.content END
    FROM (SELECT 1::smallint AS page_no, d.file_id FROM kyc_documents d WHERE d.id = seen.document_id
      UNION ALL SELECT k.page_no, k.file_id FROM kyc_pages k WHERE k.document_id = seen.document_id) AS p
    JOIN kyc_files f ON f.id = p.file_id LEFT JOIN kyc_file_keys k ON k.file_id = f.id
    LEFT JOIN kyc_readings r ON r.document_id = seen.document_id ORDER BY p.page_no;
END $$;

-- The window says that all of the content was drawn. Refused for content that was never handed out to this session.
CREATE OR REPLACE FUNCTION mark_document_shown(p_ticket uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
BEGIN
  UPDATE document_views SET shown_at = coalesce(shown_at, clock_timestamp())
    WHERE id = p_ticket AND session_id = who.session_id AND read_at IS NOT NULL;
  IF NOT FOUND THEN PERFORM refuse('NOT_SHOWN'); END IF;
END $$;
