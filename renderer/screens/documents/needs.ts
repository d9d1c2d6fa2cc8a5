import type { DocumentView } from '../../../shared/contract/customers.ts'

/** What KYC needs a document for: to prove identity or address. */
export type Need = 'identity' | 'address'
export type NeedState = 'approved' | 'waiting' | 'missing'
type DocumentType = DocumentView['documentType']
type Held = Pick<DocumentView, 'documentType' | 'status'>

export const NEEDS: readonly Need[] = ['identity', 'address']

/** The kinds of document that fit a need, the most common one first. */
export const TYPES_FOR: Readonly<Record<Need, readonly DocumentType[]>> = {
  identity: ['PASSPORT', 'NATIONAL_ID', 'DRIVERS_LICENSE'],
  address: ['UTILITY_BILL', 'BANK_STATEMENT'],
}

/** What a document of this kind proves. */
export const needOf = (type: DocumentType): Need =>
  TYPES_FOR.identity.includes(type) ? 'identity' : 'address'

/** The rule that the database keeps: one proof of identity and one of address, both approved. */
export function stateOfNeed(documents: readonly Held[], need: Need): NeedState {
  const fitting = documents.filter(({ documentType }) => needOf(documentType) === need)
  if (fitting.some(({ status }) => status === 'APPROVED')) return 'approved'
  return fitting.some(({ status }) => status === 'PENDING') ? 'waiting' : 'missing'
}

/** The needs that no document covers, not even a waiting one: rejected and expired documents do not count. */
export const missingNeeds = (documents: readonly Held[]): readonly Need[] =>
  NEEDS.filter((need) => stateOfNeed(documents, need) === 'missing')

/** The sentence that names what is missing, as a key of the documents' catalogue; null when nothing is. */
export function missingWords(missing: readonly Need[]) {
  const [first] = missing
  if (first === undefined) return null
  return missing.length === NEEDS.length ? 'missing.both' : (`missing.${first}` as const)
}
