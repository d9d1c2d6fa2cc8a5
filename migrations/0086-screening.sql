-- Names of sanctioned and politically exposed persons, as their publishers list them, and the cases of customers whose names are like
-- theirs. A list comes as a file, version after version; only the names of its newest version are kept.

CREATE TABLE screening_versions (
  id uuid PRIMARY KEY,
  list varchar(60) NOT NULL
    CONSTRAINT screening_versions_list_printable CHECK (list !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  format varchar(20) NOT NULL
    CONSTRAINT screening_versions_format_printable CHECK (format IN ('OFAC_XML', 'OFAC_CSV', 'UN_XML', 'OPENSANCTIONS_CSV')),
  file_hash bytea NOT NULL CONSTRAINT screening_versions_file_hash_length CHECK (length(file_hash) = 32),
  published varchar(40)
    CONSTRAINT screening_versions_published_printable CHECK (published !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  status varchar(10) NOT NULL DEFAULT 'LOADING'
    CONSTRAINT screening_versions_status_printable CHECK (status IN ('LOADING', 'CURRENT', 'REPLACED')),
  entities int NOT NULL DEFAULT 0 CONSTRAINT screening_versions_entities CHECK (entities >= 0),
  names int NOT NULL DEFAULT 0 CONSTRAINT screening_versions_names CHECK (names >= 0),
  faults int NOT NULL CONSTRAINT screening_versions_faults CHECK (faults >= 0),
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE screening_versions IS 'Files of listed names that were imported, by whom, and which one of a list is current';
COMMENT ON COLUMN screening_versions.published IS 'When its publisher says that it was made, as the file says it';
COMMENT ON COLUMN screening_versions.faults IS 'Entries of the file that could not be read';
CREATE UNIQUE INDEX screening_versions_current ON screening_versions (list) WHERE status = 'CURRENT';
CREATE INDEX idx_screening_versions_created_by ON screening_versions (created_by);

CREATE TABLE screening_entities (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id uuid NOT NULL REFERENCES screening_versions,
  reference varchar(100) NOT NULL
    CONSTRAINT screening_entities_reference_printable CHECK (reference !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  kind varchar(10) NOT NULL CONSTRAINT screening_entities_kind_printable CHECK (kind IN ('PERSON', 'COMPANY')),
  programme varchar(200)
    CONSTRAINT screening_entities_programme_printable CHECK (programme !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  birth_text varchar(200)
    CONSTRAINT screening_entities_birth_text_printable CHECK (birth_text !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  birth_years smallint[] NOT NULL
);
COMMENT ON TABLE screening_entities IS 'Persons and companies of current lists';
COMMENT ON COLUMN screening_entities.reference IS 'Its identifier in the list, which its publisher may change';
COMMENT ON COLUMN screening_entities.birth_years IS 'Each year that the list gives, ranges year by year; empty where it gives none';
CREATE INDEX idx_screening_entities_version ON screening_entities (version_id);

CREATE TABLE screening_names (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entity_id int NOT NULL REFERENCES screening_entities,
  name varchar(300) NOT NULL
    CONSTRAINT screening_names_name_printable CHECK (name !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  is_alias boolean NOT NULL,
  is_weak boolean NOT NULL
);
COMMENT ON TABLE screening_names IS 'Their names and aliases, as published';
COMMENT ON COLUMN screening_names.is_weak IS 'An alias that its publisher calls weak or of low quality';
CREATE INDEX idx_screening_names_entity ON screening_names (entity_id);

CREATE TYPE listed_word AS (name_id int, word text, mask int, widest int, birth_years smallint[]);

CREATE TABLE screening_words (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  word text COLLATE "C" NOT NULL CONSTRAINT screening_words_word_key UNIQUE
    CONSTRAINT screening_words_word_printable CHECK (word ~ '^[a-z0-9]+$'),
  sound text COLLATE "C" NOT NULL CONSTRAINT screening_words_sound_printable CHECK (sound ~ '^[a-z0-9]+$'),
  years bit(160) NOT NULL DEFAULT repeat('0', 160)::bit(160)
);
COMMENT ON TABLE screening_words IS 'The words of listed names, in small Latin letters, and how they sound';
COMMENT ON COLUMN screening_words.years IS 'Births that fit names with this word: bit 0 is unknown, bit 1 is 1900 or before, and so on';

-- What follows from the names and words has no foreign keys: a list brings a million rows of it, and nothing else writes them.

CREATE TABLE screening_word_keys (
  key text COLLATE "C" NOT NULL CONSTRAINT screening_word_keys_key_printable CHECK (key ~ '^[a-z0-9_]*$'),
  word_id int NOT NULL,
  PRIMARY KEY (key, word_id)
);
COMMENT ON TABLE screening_word_keys IS 'What a word shares with those that are spelt or sound like it';

CREATE TABLE screening_places (
  word_id int NOT NULL,
  birth_year smallint NOT NULL,
  name_id int NOT NULL,
  mask int NOT NULL,
  words smallint NOT NULL
);
COMMENT ON TABLE screening_places IS 'Where a word stands in listed names, by each year of birth that fits them';
COMMENT ON COLUMN screening_places.birth_year IS 'A year from two before to two after a listed one; 0 where none is listed';
COMMENT ON COLUMN screening_places.words IS 'How many words of the name count';
COMMENT ON COLUMN screening_places.mask IS 'A bit for each place in the name; two for two words written as one';
CREATE INDEX idx_screening_places_word ON screening_places (word_id, birth_year) INCLUDE (name_id, mask, words);
CREATE INDEX idx_screening_places_name ON screening_places (name_id);

CREATE TABLE screening_near (
  word text COLLATE "C" NOT NULL CONSTRAINT screening_near_word_printable CHECK (word ~ '^[a-z0-9]+$'),
  word_id int NOT NULL,
  score real NOT NULL CONSTRAINT screening_near_score CHECK (score BETWEEN 0 AND 1),
  years bit(160) NOT NULL,
  PRIMARY KEY (word, word_id)
);
COMMENT ON TABLE screening_near IS 'Listed words that are like a word of somebody''s name, as far as they have been looked for';

CREATE TABLE screening_compared (
  word text COLLATE "C" PRIMARY KEY CONSTRAINT screening_compared_word_printable CHECK (word ~ '^[a-z0-9]+$')
);
COMMENT ON TABLE screening_compared IS 'Words that have been compared with those of the current lists';

CREATE TABLE screening_runs (
  id uuid PRIMARY KEY,
  customers int NOT NULL CONSTRAINT screening_runs_customers CHECK (customers >= 0),
  done int NOT NULL DEFAULT 0 CONSTRAINT screening_runs_done CHECK (done >= 0),
  cases int NOT NULL DEFAULT 0 CONSTRAINT screening_runs_cases CHECK (cases >= 0),
  last_customer uuid,
  status varchar(10) NOT NULL DEFAULT 'RUNNING' CONSTRAINT screening_runs_status_printable CHECK (status IN ('RUNNING', 'DONE')),
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz
);
COMMENT ON TABLE screening_runs IS 'All customers against the current lists, batch by batch, after each import';
COMMENT ON COLUMN screening_runs.last_customer IS 'Up to whom it has come; a run that was interrupted goes on behind';
CREATE UNIQUE INDEX screening_runs_running ON screening_runs (status) WHERE status = 'RUNNING';
CREATE INDEX idx_screening_runs_created_by ON screening_runs (created_by);

CREATE TABLE screening_cases (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  customer_id uuid NOT NULL REFERENCES customers,
  likeness bytea NOT NULL CONSTRAINT screening_cases_likeness_length CHECK (length(likeness) = 32),
  list varchar(60) NOT NULL
    CONSTRAINT screening_cases_list_printable CHECK (list !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  reference varchar(100) NOT NULL
    CONSTRAINT screening_cases_reference_printable CHECK (reference !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  listed_name varchar(300) NOT NULL
    CONSTRAINT screening_cases_listed_name_printable CHECK (listed_name !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  score smallint NOT NULL CONSTRAINT screening_cases_score CHECK (score BETWEEN 1 AND 100),
  facts jsonb NOT NULL,
  status varchar(10) NOT NULL DEFAULT 'OPEN' CONSTRAINT screening_cases_status_printable CHECK (status IN ('OPEN', 'CLEARED', 'CONFIRMED')),
  clear_reason varchar(20) CONSTRAINT screening_cases_clear_reason_printable
    CHECK (clear_reason IN ('OTHER_BIRTH', 'OTHER_PERSON', 'OTHER_NATIONALITY', 'NAME_ONLY', 'NO_LONGER_LISTED')),
  words varchar(500) CONSTRAINT screening_cases_words_printable CHECK (words !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  decided_by uuid REFERENCES users,
  decided_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT screening_cases_once UNIQUE (customer_id, likeness),
  CONSTRAINT screening_cases_decided CHECK ((status = 'OPEN') = (decided_by IS NULL) AND (status = 'OPEN') = (words IS NULL)
    AND (status = 'CLEARED') = (clear_reason IS NOT NULL))
);
COMMENT ON TABLE screening_cases IS 'Customers whose names are like listed ones, and what a person decided of it';
COMMENT ON COLUMN screening_cases.likeness IS
  'Hash of what was compared, names and births on both sides: the same likeness is decided once, whatever the list calls it';
COMMENT ON COLUMN screening_cases.facts IS 'What the reviewer is shown: the entry of the list, and word by word how the names are alike';
CREATE INDEX idx_screening_cases_open ON screening_cases (created_at) WHERE status <> 'CLEARED';
CREATE INDEX idx_screening_cases_decided_by ON screening_cases (decided_by);
CREATE INDEX idx_screening_cases_confirmed ON screening_cases (customer_id) WHERE status = 'CONFIRMED';
