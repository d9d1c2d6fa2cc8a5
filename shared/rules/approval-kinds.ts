/** What one person proposes and another decides: the rows of approval_kinds. A test compares the two. */
export const APPROVAL_KINDS = [
  'USER_CREATE',
  'USER_ROLE',
  'USER_RESET',
  'USER_REACTIVATE',
  'USER_UNLOCK',
  'USER_CODE',
  'USER_BRANCH',
  'CODE_ROLES',
  'AGREED_LIMIT',
  'REACTIVATION',
  'CUSTOMER_CORRECTION',
  'PARTY',
  'DAY_WITHDRAWAL',
  'PRODUCT',
  'PRODUCT_TERMS',
  'CHART',
  'VAULT_IN',
  'VAULT_OUT',
  'REVERSAL',
  'TILL_IN',
  'TILL_OUT',
  'TILL_CLOSE',
  'TILL_DIFFERENCE',
  'COUNT_TOLERANCE',
  'POSTING',
  'POSTING_LIMIT',
  'REVERSAL_LIMIT',
  'CASH_RULES',
  'PAYMENTS',
  'KEY_ROTATION',
  'KEY_SHEET',
  'KYC_POLICY',
  'RISK_RATING',
  'RETENTION_RULE',
  'AUDIT_DETACH',
  'WORKSTATION_CODE',
] as const

/** The kinds that an administrator proposes about the staff. */
export const USER_CHANGES = [
  'USER_CREATE',
  'USER_ROLE',
  'USER_RESET',
  'USER_REACTIVATE',
  'USER_UNLOCK',
  'USER_CODE',
] as const

/** Who decides, and makes users: one person alone neither makes, promotes nor lets in somebody of these roles. */
export const hasPower = (role: string): boolean => role === 'SUPERVISOR' || role === 'ADMIN'
