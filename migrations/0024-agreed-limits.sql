-- An overdraft or a loan's principal is agreed by two people, at the opening of the account and afterwards: one of them proposes it, a
-- supervisor who is somebody else approves it. Until then the account has the limit that it had, and a new one none.

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer) VALUES
  ('AGREED_LIMIT', '{TELLER,SUPERVISOR}', '{SUPERVISOR}', 'show_agreed_limit', 'perform_agreed_limit');
