-- Passbooks: which book the customer has for an account, how many of its lines are printed, and each print into it. A line is on record
-- when it is known to stand in the book (docs/decisions/0094).

ALTER TABLE account_kinds ADD COLUMN has_passbook boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN account_kinds.has_passbook IS 'Whether a passbook is issued for accounts of this kind';
UPDATE account_kinds SET has_passbook = true WHERE account_type = 'SAVINGS';

CREATE TABLE passbook_layouts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  width numeric(5,1) NOT NULL CONSTRAINT passbook_layouts_width CHECK (width BETWEEN 50 AND 420),
  height numeric(5,1) NOT NULL CONSTRAINT passbook_layouts_height CHECK (height BETWEEN 50 AND 420),
  first_line numeric(5,1) NOT NULL CONSTRAINT passbook_layouts_first_line CHECK (first_line >= 3),
  line_spacing numeric(4,1) NOT NULL CONSTRAINT passbook_layouts_line_spacing CHECK (line_spacing >= 3),
  lines_a_page int NOT NULL CONSTRAINT passbook_layouts_lines_a_page CHECK (lines_a_page BETWEEN 1 AND 100),
  fold_after int CONSTRAINT passbook_layouts_fold_after CHECK (fold_after > 0),
  fold_gap numeric(4,1) NOT NULL CONSTRAINT passbook_layouts_fold_gap CHECK (fold_gap >= 0),
  pages int NOT NULL CONSTRAINT passbook_layouts_pages CHECK (pages BETWEEN 1 AND 200),
  edges numeric(5,1)[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT passbook_layouts_fit CHECK (first_line + line_spacing * (lines_a_page - 1)
    + CASE WHEN fold_after < lines_a_page THEN fold_gap ELSE 0 END <= height),
  CONSTRAINT passbook_layouts_edges CHECK (array_ndims(edges) = 1 AND array_lower(edges, 1) = 1 AND cardinality(edges) = 6
    AND array_position(edges, NULL) IS NULL AND 0 <= edges[1] AND edges[1] < edges[2] AND edges[2] < edges[3] AND edges[3] < edges[4]
    AND edges[4] < edges[5] AND edges[5] < edges[6] AND edges[6] <= width)
);
COMMENT ON TABLE passbook_layouts IS 'Where lines stand, in millimetres from left and top of the opened page; new books have the newest';
COMMENT ON COLUMN passbook_layouts.first_line IS 'The foot of the letters of the first line';
COMMENT ON COLUMN passbook_layouts.fold_after IS 'After this line of a page the fold takes so much more room; NULL: the page has no fold';
COMMENT ON COLUMN passbook_layouts.edges IS 'The edges of the columns date, words, debit, credit and balance';
-- The ordinary book: two halves of 145 by 90 mm with twelve lines each, a spread a page.
INSERT INTO passbook_layouts (width, height, first_line, line_spacing, lines_a_page, fold_after, fold_gap, pages, edges) VALUES
  (145, 180, 22, 5, 24, 12, 30, 16, '{5,25,70,94,118,141}');

CREATE TABLE passbooks (
  id uuid PRIMARY KEY, -- chosen by the window, so that one intent issues one book
  account_id uuid NOT NULL REFERENCES accounts,
  number int NOT NULL CONSTRAINT passbooks_number_positive CHECK (number > 0),
  serial_number varchar(30) NOT NULL CONSTRAINT passbooks_serial_number_printable CHECK (serial_number ~ '^[A-Z0-9][A-Z0-9/-]*$'),
  layout_id uuid NOT NULL REFERENCES passbook_layouts,
  starts_after bigint NOT NULL CONSTRAINT passbooks_starts_after CHECK (starts_after >= 0),
  brought_forward numeric(15,2) CONSTRAINT passbooks_brought_forward CHECK (brought_forward <> 'NaN'),
  printed int NOT NULL DEFAULT 0 CONSTRAINT passbooks_printed CHECK (printed >= 0),
  issued_on date NOT NULL CONSTRAINT passbooks_issued_on_calendar CHECK (issued_on BETWEEN '0001-01-01' AND '9999-12-31'),
  issued_by uuid NOT NULL REFERENCES users,
  issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  end_reason varchar(10) CONSTRAINT passbooks_end_reason_printable CHECK (end_reason IN ('FULL', 'LOST', 'DAMAGED')),
  ended_by uuid REFERENCES users,
  ended_at timestamptz,
  CONSTRAINT passbooks_in_order UNIQUE (account_id, number),
  CONSTRAINT passbooks_begins CHECK ((starts_after > 0) = (brought_forward IS NOT NULL)),
  CONSTRAINT passbooks_ended CHECK (num_nulls(end_reason, ended_by, ended_at) IN (0, 3))
);
COMMENT ON TABLE passbooks IS 'The books of an account, one after the other, of which one is open';
COMMENT ON COLUMN passbooks.number IS 'The first book of an account is 1';
COMMENT ON COLUMN passbooks.starts_after IS 'The number of the last entry that is not for this book; 0: it begins with the account';
COMMENT ON COLUMN passbooks.brought_forward IS 'The balance after that entry, which is the first line of the book';
COMMENT ON COLUMN passbooks.printed IS 'How many lines are known to stand in it; the next line is the next entry by its number';
CREATE UNIQUE INDEX passbooks_serial_once ON passbooks (serial_number);
CREATE UNIQUE INDEX passbooks_one_open ON passbooks (account_id) WHERE ended_at IS NULL;
CREATE INDEX idx_passbooks_layout ON passbooks (layout_id);
CREATE INDEX idx_passbooks_issued_by ON passbooks (issued_by);
CREATE INDEX idx_passbooks_ended_by ON passbooks (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE passbook_prints (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  passbook_id uuid NOT NULL REFERENCES passbooks,
  first_line int NOT NULL CONSTRAINT passbook_prints_first_line CHECK (first_line > 0),
  last_line int NOT NULL,
  begun_by uuid NOT NULL REFERENCES users,
  begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  is_asked boolean NOT NULL,
  known_line int,
  known_by uuid REFERENCES users,
  known_at timestamptz,
  CONSTRAINT passbook_prints_lines CHECK (last_line >= first_line),
  CONSTRAINT passbook_prints_known_line CHECK (known_line BETWEEN first_line - 1 AND last_line),
  CONSTRAINT passbook_prints_known CHECK (num_nulls(known_line, known_by, known_at) IN (0, 3))
);
COMMENT ON TABLE passbook_prints IS 'Each print, on record before it is sent: until it is known what came of it, nothing else is printed';
COMMENT ON COLUMN passbook_prints.is_asked IS 'The printer does not tell any more: somebody looks into the book';
COMMENT ON COLUMN passbook_prints.known_line IS 'The last line that stands in the book; one before the first: none of them';
CREATE UNIQUE INDEX passbook_prints_one_open ON passbook_prints (passbook_id) WHERE known_line IS NULL;
CREATE INDEX idx_passbook_prints_passbook ON passbook_prints (passbook_id);
CREATE INDEX idx_passbook_prints_begun_by ON passbook_prints (begun_by);
CREATE INDEX idx_passbook_prints_known_by ON passbook_prints (known_by) WHERE known_by IS NOT NULL;
