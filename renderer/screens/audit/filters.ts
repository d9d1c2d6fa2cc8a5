import type { CallInput } from '../../../shared/contract.ts'

/** The filters of the log; null does not filter. */
export type AuditFilters = Omit<CallInput<'audit.list'>, 'before' | 'limit'>

export const NO_FILTERS: AuditFilters = {
  userId: null,
  action: null,
  resourceType: null,
  resourceId: null,
  from: null,
  to: null,
}

/** The props of the parts of the filter bar. */
export type FilterProps = {
  readonly filters: AuditFilters
  readonly onChange: (filters: AuditFilters) => void
  /** People by their id. */
  readonly names: ReadonlyMap<string, string>
}
