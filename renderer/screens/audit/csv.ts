import { isoTimeIn } from '../../../shared/rules/branch-time.ts'
import { jsonWithoutFormula, quotedCell, withoutFormula } from '../../../shared/rules/csv.ts'
import type { AuditRow } from '../../../shared/contract/audit.ts'

/** Every cell is quoted. A spreadsheet runs none of them, whatever its list separator is. */
const cell = (value: string) => quotedCell(withoutFormula(value))

const json = (value: unknown) => (value === null ? '' : jsonWithoutFormula(value))

/** The entries as they are in the log, with times by the branch's clock, without words of any language, so that other programs can read them. */
export function auditCsv(rows: readonly AuditRow[], timeZone: string): Uint8Array {
  const head = [
    'at',
    'username',
    'action',
    'resource_type',
    'resource_id',
    'record',
    'before',
    'after',
    'facts',
    'id',
    'actor',
    'cause_type',
    'cause',
    'workstation',
    'build',
  ]
  const lines = rows.map(
    ({ at, username, action, resourceType, resourceId, record, before, after, facts, id, ...rest }) => [
      isoTimeIn(timeZone, new Date(at)),
      username ?? '',
      action,
      resourceType,
      resourceId ?? '',
      record ?? '',
      json(before),
      json(after),
      json(facts),
      id,
      rest.actor.kind,
      rest.actor.causeType,
      rest.actor.cause ?? '',
      rest.workstation,
      rest.build,
    ],
  )
  const text = [head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('')
  return new TextEncoder().encode(`\uFEFF${text}`)
}
