-- How a branch writes amounts: `1.000` is one for some and a thousand for others, so it cannot be guessed from the text.
-- Decimal sign first, grouping sign second.

CREATE TYPE number_format AS ENUM ('POINT_COMMA', 'COMMA_POINT', 'COMMA_SPACE', 'POINT_SPACE', 'POINT_APOSTROPHE');

-- Until now every branch wrote 1,204.50.
ALTER TABLE branches ADD COLUMN number_format number_format NOT NULL DEFAULT 'POINT_COMMA';
ALTER TABLE branches ALTER COLUMN number_format DROP DEFAULT;
COMMENT ON COLUMN branches.number_format IS 'How amounts are typed and shown here; ledger and contract use plain decimals';
