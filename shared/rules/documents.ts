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
 * The types of document of a person that a policy may ask for a need, the most common one first; the default policy has the same lists, and a
 * test compares them. KYC is approved on what the policy of the risk asks: kyc_is_covered() in SQL decides it, and a customer's `asks` say it.
 */
export const TYPES_FOR = {
  identity: ['PASSPORT', 'NATIONAL_ID', 'DRIVERS_LICENSE'],
  address: ['UTILITY_BILL', 'BANK_STATEMENT'],
} as const satisfies Record<Need, readonly string[]>

/** What a company is identified by, instead of a proof of identity. */
export const COMPANY_PROOFS = ['REGISTER_EXTRACT'] as const

export const isOfCompany = (type: DocumentType): boolean => COMPANY_PROOFS.some((proof) => proof === type)

/** A photograph and a specimen of the signature: they prove nothing, and are compared where money is paid out. */
export const SPECIMENS = ['PHOTO', 'SIGNATURE'] as const

export type DocumentType =
  (typeof TYPES_FOR)[Need][number] | (typeof COMPANY_PROOFS)[number] | (typeof SPECIMENS)[number]
type Held = {
  readonly documentType: DocumentType
  readonly status: string
  readonly issuingCountry: string | null
  /** Its content was deleted, so it proves nothing any more. */
  readonly deletion: unknown
}

/** What the policy of a customer's risk asks for a need: so many documents of these types, issued by these countries; null: by any. */
export type Ask = {
  readonly need: Need
  readonly types: readonly DocumentType[]
  readonly countries: readonly string[] | null
  readonly count: number
}

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
  return TYPES_FOR.address.some((fitting) => fitting === type) ? 'address' : 'identity'
}

const fits = ({ types, countries }: Ask, { documentType, issuingCountry, deletion }: Held): boolean =>
  deletion === null &&
  types.includes(documentType) &&
  (countries === null || (issuingCountry !== null && countries.includes(issuingCountry)))

/** How far what is asked is covered. */
export function stateOf(documents: readonly Held[], ask: Ask): 'approved' | 'waiting' | 'missing' {
  const fitting = documents.filter((document) => fits(ask, document))
  const approved = fitting.filter(({ status }) => status === 'APPROVED').length
  if (approved >= ask.count) return 'approved'
  const waiting = fitting.filter(({ status }) => status === 'PENDING').length
  return approved + waiting >= ask.count ? 'waiting' : 'missing'
}

/** What no documents cover, not even with those that wait: rejected and expired ones do not count. */
export const missingAsks = (documents: readonly Held[], asks: readonly Ask[]): readonly Ask[] =>
  asks.filter((ask) => stateOf(documents, ask) === 'missing')
