/** How much risk a customer is, the lowest first. */
export const RISKS = ['LOW', 'MEDIUM', 'HIGH'] as const
export type Risk = (typeof RISKS)[number]

/** What a risk is computed from. */
export const RISK_FACTORS = ['COUNTRY', 'PRODUCT', 'CASH', 'COMPANY'] as const

/** What is refused to a customer whose KYC has expired; each includes what stands before it. */
export const EXPIRED_BLOCKS = ['NOTHING', 'NEW_ACCOUNTS', 'WITHDRAWALS', 'POSTINGS'] as const

/** Days before a document expires from which it is warned of, the first warning first. */
export const WARNING_DAYS = [60, 30, 7] as const
export type Warning = 'EXPIRED' | (typeof WARNING_DAYS)[number]

/** Which warning is due so many days before a document expires; null: none yet. The last day of a document is day 0. */
export function warningFor(days: number): Warning | null {
  if (days < 0) return 'EXPIRED'
  return WARNING_DAYS.findLast((before) => days <= before) ?? null
}
