-- Products and their terms are agreed by two people: a new product, or other terms of one from a later day on. A proposal does not lapse
-- with the day, because its own day is a later one.

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, lapses) VALUES
  ('PRODUCT', '{SUPERVISOR,ADMIN}', '{SUPERVISOR,ADMIN}', 'show_product', 'perform_product', false),
  ('PRODUCT_TERMS', '{SUPERVISOR,ADMIN}', '{SUPERVISOR,ADMIN}', 'show_product', 'perform_product_terms', false);
