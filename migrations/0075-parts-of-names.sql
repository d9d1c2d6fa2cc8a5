-- A name that is spelt wrong is looked for among the different parts of all names. There are far fewer of them than customers, and the
-- customers who have a part are found by an index: see docs/decisions/0038.

CREATE TABLE name_parts (
  part text COLLATE "C" PRIMARY KEY CONSTRAINT name_parts_part_printable CHECK (part !~ '[\u0001-\u001F\u007F-\u009F]'),
  -- The part itself, and the part without each one of its letters: two words that are one mistake apart have one of these in common.
  near text[] NOT NULL CONSTRAINT name_parts_near_printable CHECK (array_to_string(near, '') !~ '[\u0001-\u001F\u007F-\u009F]')
);
COMMENT ON TABLE name_parts IS 'Each part that occurs in a customer''s name, as it is searched, and how it may be misspelt';
CREATE INDEX idx_name_parts_near ON name_parts USING gin (near);
CREATE INDEX idx_name_parts_trigrams ON name_parts USING gin (part ext.gin_trgm_ops);
CREATE INDEX idx_customers_name_parts ON customers USING gin (string_to_array(translate(name_key, '-', ' '), ' '));
