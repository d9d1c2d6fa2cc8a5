import type { AuditRow } from '../../../shared/contract/audit.ts'
import { ask } from '../../calls/api.ts'
import { usePages, type Pages } from '../../calls/use-pages.ts'
import type { AuditFilters } from './filters.ts'

export type AuditPages = Pages<AuditRow>

/** The log, newest first. */
export const useAuditPages = (filters: AuditFilters): AuditPages =>
  usePages(['audit.list', filters], (before, limit) => ask('audit.list', { ...filters, before, limit }))
