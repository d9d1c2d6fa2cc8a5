import { useMemo, useState } from 'react'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { NO_FILTERS, type AuditFilters } from './filters.ts'
import { useAuditPages } from './use-audit-pages.ts'

/** The log as it is shown: its filters, its pages, the names of people, and the entry that is open. */
export function useAuditLog() {
  const [filters, setFilters] = useState(NO_FILTERS)
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const pages = useAuditPages(filters)
  const shown = pages.rows.state === 'known' ? pages.rows.value : null
  return {
    filters,
    pages,
    names: useNames(),
    /** The entry that is open beside the log. */
    row: isOpen ? shown?.find(({ id }) => id === currentId) : undefined,
    hasRows: shown !== null && shown.length > 0,
    narrow: (next: AuditFilters) => {
      setFilters(next)
      setIsOpen(false)
    },
    /** The open entry follows the row that the keys move to. */
    moveTo: ({ id }: AuditRow) => setCurrentId(id),
    open: ({ id }: AuditRow) => {
      setCurrentId(id)
      setIsOpen(true)
    },
    close: () => setIsOpen(false),
  }
}

export type AuditLog = ReturnType<typeof useAuditLog>

/** Full names by user id. While they are not known, the log shows user names. */
function useNames(): ReadonlyMap<string, string> {
  const { answer } = useQueryCall('users.list', {})
  const users = answer.state === 'known' ? answer.value.users : null
  return useMemo(() => new Map(users?.map(({ id, fullName }) => [id, fullName])), [users])
}
