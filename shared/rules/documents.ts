/** Why a document is rejected: one of these, and words for the customer. */
export const REJECT_REASONS = [
  'UNREADABLE',
  'INCOMPLETE',
  'EXPIRED',
  'OTHER_PERSON',
  'DATA_DIFFERS',
  'WRONG_KIND',
  'TOO_OLD',
  'ALTERED',
  'OTHER',
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

/** What a reviewer may ask of a customer beside what was brought. */
export const ASKED_FOR = ['IDENTITY', 'ADDRESS', 'BACK', 'ALL_PAGES', 'BETTER_PICTURE', 'OTHER'] as const
export type AskedFor = (typeof ASKED_FOR)[number]

/** What KYC needs a document for. */
export const NEEDS = ['identity', 'address'] as const
export type Need = (typeof NEEDS)[number]

/**
 * The types of document that fit a need, the most common one first. KYC is approved on what the policy of the risk asks for each
 * need: kyc_is_covered() in SQL decides it; the default policy has the same lists, and a test compares them.
 */
export const TYPES_FOR = {
  identity: ['PASSPORT', 'NATIONAL_ID', 'DRIVERS_LICENSE'],
  address: ['UTILITY_BILL', 'BANK_STATEMENT'],
} as const satisfies Record<Need, readonly string[]>

/** A photograph and a specimen of the signature: they prove nothing, and are compared where money is paid out. */
export const SPECIMENS = ['PHOTO', 'SIGNATURE'] as const

export type DocumentType = (typeof TYPES_FOR)[Need][number] | (typeof SPECIMENS)[number]
type Held = { readonly documentType: DocumentType; readonly status: string }

/** A document has no more pages: more are a file that was chosen by mistake, and take memory. */
export const MOST_PAGES = 50

/** What a card has on its other side belongs to it; other documents have pages. */
const HAS_BACK: readonly DocumentType[] = ['NATIONAL_ID', 'DRIVERS_LICENSE']

/** Which side of a document its page is, counted from 0. */
export function sideOf(type: DocumentType, at: number): 'FRONT' | 'BACK' | 'OTHER' {
  if (at === 0) return 'FRONT'
  return at === 1 && HAS_BACK.includes(type) ? 'BACK' : 'OTHER'
}

/** What a document of this type proves; a specimen proves nothing. */
export function needOf(type: DocumentType): Need | null {
  if (SPECIMENS.some((specimen) => specimen === type)) return null
  return TYPES_FOR.identity.some((fitting) => fitting === type) ? 'identity' : 'address'
}

/** How far a need is covered. */
export function stateOfNeed(documents: readonly Held[], need: Need): 'approved' | 'waiting' | 'missing' {
  const fitting = documents.filter(({ documentType }) => needOf(documentType) === need)
  if (fitting.some(({ status }) => status === 'APPROVED')) return 'approved'
  return fitting.some(({ status }) => status === 'PENDING') ? 'waiting' : 'missing'
}

/** The needs that no document covers, not even a waiting one: rejected and expired documents do not count. */
export const missingNeeds = (documents: readonly Held[]): readonly Need[] =>
  NEEDS.filter((need) => stateOfNeed(documents, need) === 'missing')
