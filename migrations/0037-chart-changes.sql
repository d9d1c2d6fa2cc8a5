-- Another chart of accounts is proposed by one person and agreed by another: what a figure stands under decides what a report says.

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, ender, lapses) VALUES
  ('CHART', '{SUPERVISOR}', '{SUPERVISOR,ADMIN}', 'show_chart', 'perform_chart', NULL, false);
