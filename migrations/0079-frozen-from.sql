-- What a frozen account was before: unfreezing it takes none out of dormancy, which asks for the customer's identity.

ALTER TABLE accounts ADD COLUMN frozen_from account_status
  CONSTRAINT accounts_frozen_from CHECK (frozen_from IN ('ACTIVE', 'INACTIVE'));
COMMENT ON COLUMN accounts.frozen_from IS 'What a frozen account was before: INACTIVE when it was dormant; null when it is not frozen';
UPDATE accounts a SET frozen_from = 'INACTIVE'
  FROM (SELECT DISTINCT ON (resource_id) resource_id, details FROM audit_logs
    WHERE resource_type = 'accounts' AND action = 'STATUS_SUSPENDED' ORDER BY resource_id, id DESC) AS frozen
  WHERE frozen.resource_id = a.id AND a.status = 'SUSPENDED' AND frozen.details -> 'before' ->> 'status' = 'INACTIVE';
