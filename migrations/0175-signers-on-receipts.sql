-- A receipt says who signed for the account that was debited.

ALTER TYPE posting_receipt ADD ATTRIBUTE signers text[];
