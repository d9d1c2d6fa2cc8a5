-- A leg says whether the product of its account charges postings at all: most do not, and then nothing more is asked.

ALTER TYPE posting_line ADD ATTRIBUTE charges boolean;
