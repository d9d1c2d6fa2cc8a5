/** Why somebody may not sign for a posting; part of the table in errors.ts. */
export const SIGNER_ERRORS = {
  /** `could` are those who may sign for this: names, and joined by a plus those who sign together. */
  SIGNERS_TOGETHER: ['could'],
  SIGNER_ABOVE_LIMIT: ['signer', 'limit', 'currency', 'could'],
  SIGNER_IS_MINOR: ['signer', 'could'],
  SIGNER_MANDATE_ENDED: ['signer', 'ended', 'could'],
  SIGNER_WITHOUT_POWER: ['signer', 'could'],
} as const
