type AccountKind = {
  /** The side that increases the ledger balance. */
  readonly normalSide: 'DEBIT' | 'CREDIT'
  /** What may be drawn: the balance above the minimum plus the agreed overdraft, or what is left of the agreed limit. */
  readonly drawnFrom: 'BALANCE' | 'LIMIT'
  /** Whether an overdraft or a principal can be agreed. */
  readonly mayHaveLimit: boolean
  /** Whether a passbook is issued for it. */
  readonly hasPassbook: boolean
}

/**
 * The kinds of customers' accounts. The table `account_kinds` of the database decides; a test compares the two, and every
 * screen and printed document asks here for the properties of a kind instead of naming kinds.
 */
export const ACCOUNT_KINDS = {
  SAVINGS: { normalSide: 'CREDIT', drawnFrom: 'BALANCE', mayHaveLimit: false, hasPassbook: true },
  CURRENT: { normalSide: 'CREDIT', drawnFrom: 'BALANCE', mayHaveLimit: true, hasPassbook: false },
  LOAN: { normalSide: 'DEBIT', drawnFrom: 'LIMIT', mayHaveLimit: true, hasPassbook: false },
} as const satisfies Record<string, AccountKind>

export type CustomerAccountType = keyof typeof ACCOUNT_KINDS

export const CUSTOMER_ACCOUNT_TYPES = ['SAVINGS', 'CURRENT', 'LOAN'] as const satisfies CustomerAccountType[]

/** Whether the ledger balance of such an account is what the customer owes the bank. */
export const isOwed = (type: CustomerAccountType): boolean => ACCOUNT_KINDS[type].drawnFrom === 'LIMIT'
