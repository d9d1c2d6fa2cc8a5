-- A new branch gets the rules about customers and documents that were agreed at the branch whose people make it, as it gets its limits, so
-- that one approval agrees several.

ALTER TABLE kyc_policies DROP CONSTRAINT kyc_policies_approval_id_key;
CREATE UNIQUE INDEX kyc_policies_of_approval ON kyc_policies (approval_id, risk, valid_from);
ALTER TABLE retention_rules DROP CONSTRAINT retention_rules_approval_id_key;
CREATE UNIQUE INDEX retention_rules_of_approval ON retention_rules (approval_id, purpose, event, valid_from);
