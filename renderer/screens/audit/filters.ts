import type { CallInput } from '../../../shared/contract.ts'

/** What the log is narrowed to; null is everything. */
export type AuditFilters = Omit<CallInput<'audit.list'>, 'before' | 'limit'>

export const NO_FILTERS: AuditFilters = {
  userId: null,
  action: null,
  resourceType: null,
  resourceId: null,
  from: null,
  to: null,
}

/** What the parts of the filter bar take. */
export type FilterProps = {
  readonly filters: AuditFilters
  readonly onChange: (filters: AuditFilters) => void
  /** People by their id. */
  readonly names: ReadonlyMap<string, string>
}
