/** What is refused of cases, policies and reviews: codes and the names of their facts, part of errors.ts. */
export const KYC_ERRORS = {
  KYC_EXPIRED: ['date'],
  KYC_EXPIRED_BLOCKS: ['account'],
  POLICY_DATES: ['date'],
  POLICY_UNCHANGED: [],
  POLICY_WAITS: ['proposer'],
  PROOF_TOO_OLD: ['days'],
  RATING_UNCHANGED: [],
  RATING_WAITS: ['proposer'],
  /** `date` is when it was deleted, by the rule that kept it so many `years`. */
  DOCUMENT_DELETED: ['date', 'years'],
  LEGAL_HOLD_NOT_FOUND: [],
  LEGAL_HOLD_RELEASED: [],
  OWN_LEGAL_HOLD: [],
  /** `date` is the first on which a rule may begin. */
  RETENTION_DATES: ['date'],
  RETENTION_UNCHANGED: [],
  RETENTION_WAITS: ['proposer'],
  REVIEW_DATE: ['latest'],
  CASE_CLAIMED: ['name'],
  REQUEST_NOT_FOUND: [],
} as const
