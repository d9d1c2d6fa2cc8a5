import type { DocumentView } from '../../../shared/contract/customers.ts'

export type Need = 'identity' | 'address'
export type NeedState = 'approved' | 'waiting' | 'missing'

const KINDS: Readonly<Record<DocumentView['documentType'], Need>> = {
  NATIONAL_ID: 'identity',
  PASSPORT: 'identity',
  DRIVERS_LICENSE: 'identity',
  UTILITY_BILL: 'address',
  BANK_STATEMENT: 'address',
}

/** What a document of this kind proves. */
export const needOf = (type: DocumentView['documentType']) => KINDS[type]

/** The rule that the database keeps: one proof of identity and one of address, both approved. */
export function stateOfNeed(
  documents: readonly Pick<DocumentView, 'documentType' | 'status'>[],
  need: Need,
): NeedState {
  const fitting = documents.filter(({ documentType }) => needOf(documentType) === need)
  if (fitting.some(({ status }) => status === 'APPROVED')) return 'approved'
  return fitting.some(({ status }) => status === 'PENDING') ? 'waiting' : 'missing'
}
