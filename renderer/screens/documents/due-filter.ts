import type { KycDue } from '../../../shared/contract/kyc.ts'
import { WARNING_DAYS, warningFor, type Warning } from '../../../shared/rules/kyc.ts'

export type DueFilter = Warning | 'REVIEWS'

/** The narrowings of the list, in the order of their chips. */
export const DUE_FILTERS: readonly DueFilter[] = ['EXPIRED', ...WARNING_DAYS.toReversed(), 'REVIEWS']

/** Whether a line is of a filter: reviews by themselves, documents by the nearest warning that is due. */
export const isOfDueFilter = ({ kind, days }: Pick<KycDue, 'kind' | 'days'>, filter: DueFilter): boolean =>
  filter === 'REVIEWS' ? kind === 'REVIEW' : kind === 'DOCUMENT' && warningFor(days) === filter
