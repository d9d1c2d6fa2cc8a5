import { sql } from 'kysely'
import { z } from 'zod'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

const snapshot = z.record(z.string(), z.unknown())
const details = z.looseObject({ before: snapshot.optional(), after: snapshot.optional() })

/**
 * The audit log, newest first. Its keys are ordered by time, so the page's cursor and the dates are ranges of keys: the
 * database reads only the months that the filter covers.
 */
export const listAudit: UseCase<'audit', 'list'> = async (input, { db }) => {
  const { userId, action, resourceType, resourceId, from, to, before, limit } = input
  const rows = await db
    .selectFrom('audit_logs as a')
    .leftJoin('users as u', 'u.id', 'a.user_id')
    .select(['a.id', 'a.created_at as at', 'a.user_id as userId', 'u.username', 'a.action', 'a.details'])
    .select(['a.resource_type as resourceType', 'a.resource_id as resourceId'])
    .$if(userId !== null, (query) => query.where('a.user_id', '=', userId))
    .$if(action !== null, (query) => query.where('a.action', '=', action ?? ''))
    .$if(resourceType !== null, (query) => query.where('a.resource_type', '=', resourceType ?? ''))
    .$if(resourceId !== null, (query) => query.where('a.resource_id', '=', resourceId))
    .$if(from !== null, (query) => query.where('a.id', '>=', sql<string>`uuidv7_floor(${from}::timestamptz)`))
    .$if(to !== null, (query) =>
      query.where('a.id', '<', sql<string>`uuidv7_floor(${to}::timestamptz + interval '1 day')`),
    )
    .$if(before !== null, (query) => query.where('a.id', '<', before ?? ''))
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit).map(({ details: raw, ...row }) => {
    const { before: previous, after, ...facts } = details.parse(raw)
    return {
      ...row,
      before: previous ?? null,
      after: after ?? null,
      facts: Object.keys(facts).length > 0 ? facts : null,
    }
  })
  return ok({ rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null })
}

const distinct = (values: readonly string[]) => [...new Set(values)].sort()

/** Values to filter by: the actions and resource types of the last month. A longer span would read too much of the log. */
export const listAuditFilters: UseCase<'audit', 'listFilters'> = async (_, { db }) => {
  const recent = sql<string>`uuidv7_floor(now() - interval '31 days')`
  const pairs = await db
    .selectFrom('audit_logs')
    .where('id', '>=', recent)
    .select(['action', 'resource_type'])
    .groupBy(['action', 'resource_type'])
    .execute()
  return ok({
    actions: distinct(pairs.map((pair) => pair.action)),
    resourceTypes: distinct(pairs.map((pair) => pair.resource_type)),
  })
}
