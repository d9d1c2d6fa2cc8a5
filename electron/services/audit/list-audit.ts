import { sql } from 'kysely'
import { z } from 'zod'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import type { ActorKind } from '../../../shared/contract/fields.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

const snapshot = z.record(z.string(), z.unknown())
const details = z.looseObject({ before: snapshot.optional(), after: snapshot.optional() })

type Entry = Omit<AuditRow, 'before' | 'after' | 'facts' | 'actor'> & {
  readonly details: unknown
  readonly actorKind: ActorKind
  readonly causeType: string
  readonly cause: string | null
}

/** Where the looking ended before there was a page full. */
type Ended = { readonly id: string; readonly at: null }

/** The audit log, newest first, as this person's role may see it. */
export const listAudit: UseCase<'audit', 'list'> = async (input, { db }) => {
  const { userId, action, resourceType, resourceId, from, to, before, limit } = input
  const { rows } = await sql<
    Entry | Ended
  >`SELECT id, at, user_id AS "userId", username, full_name AS "fullName", action,
    resource_type AS "resourceType", resource_id AS "resourceId", record, details, redacted, names,
    actor AS "actorKind", cause_type AS "causeType", cause, workstation, build
    FROM read_audit(${userId}::uuid, ${action}, ${resourceType}, ${resourceId}::uuid, ${from}::date, ${to}::date,
      ${before}::uuid, ${limit + 1})`.execute(db)
  const found = rows.filter((row): row is Entry => row.at !== null)
  const ended = rows.find(({ at }) => at === null)
  const page = found.slice(0, limit).map(rowOf)
  return ok({ rows: page, next: (found.length > limit ? page.at(-1)?.id : ended?.id) ?? null })
}

/** A change has the record before and after it, another event has facts. */
function rowOf({ details: recorded, actorKind: kind, causeType, cause, ...entry }: Entry): AuditRow {
  const { before = null, after = null, ...facts } = details.parse(recorded)
  const actor = { kind, person: entry.fullName, causeType, cause }
  return { ...entry, actor, before, after, facts: Object.keys(facts).length > 0 ? facts : null }
}

const sorted = (values: readonly (string | null)[]) => values.filter((value) => value !== null).sort()

/** Values to filter by: the actions and resource types that occur. */
export const listAuditFilters: UseCase<'audit', 'listFilters'> = async (_, { db }) => {
  const { rows } = await sql<{ action: string | null; resourceType: string | null }>`
    SELECT action, resource_type AS "resourceType" FROM list_audit_filters()`.execute(db)
  return ok({
    actions: sorted(rows.map((pair) => pair.action)),
    resourceTypes: sorted(rows.map((pair) => pair.resourceType)),
  })
}
