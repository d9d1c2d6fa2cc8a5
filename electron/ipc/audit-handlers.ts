import { listArchived } from '../services/audit/list-archived.ts'
import { listLooking } from '../services/audit/list-looking.ts'
import { listAudit, listAuditFilters } from '../services/audit/list-audit.ts'

/** Who answers the calls about the audit log; part of the table in handlers.ts, which checks their types. */
export const auditHandlers = {
  'audit.list': listAudit,
  'audit.listArchived': listArchived,
  'audit.listFilters': listAuditFilters,
  'audit.listLooking': listLooking,
}
