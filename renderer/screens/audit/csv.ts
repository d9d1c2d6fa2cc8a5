import { isoTimeIn } from '../../../shared/rules/branch-time.ts'
import type { AuditRow } from '../../../shared/contract/audit.ts'

/** A cell that a spreadsheet would take for a formula gets an apostrophe; every cell is quoted (RFC 4180). */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

const json = (value: unknown) => (value === null ? '' : JSON.stringify(value))

/** The entries as they are in the log, with times by the branch's clock, without words of any language, so that other programs can read them. */
export function auditCsv(rows: readonly AuditRow[], timeZone: string): Uint8Array {
  const head = ['at', 'username', 'action', 'resource_type', 'resource_id', 'before', 'after', 'facts', 'id']
  const lines = rows.map(({ at, username, action, resourceType, resourceId, before, after, facts, id }) => [
    isoTimeIn(timeZone, new Date(at)),
    username ?? '',
    action,
    resourceType,
    resourceId ?? '',
    json(before),
    json(after),
    json(facts),
    id,
  ])
  const text = [head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('')
  return new TextEncoder().encode(`\uFEFF${text}`)
}
