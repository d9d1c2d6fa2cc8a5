import { sql } from 'kysely'
import type { TimelinePage } from '../../../shared/contract/timeline-views.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** What has happened to a customer, newest first: one page, and where the next begins. */
export const readTimeline: UseCase<'customers', 'timeline'> = async (
  { customerId, kinds, before, limit },
  { db },
) => {
  const asked = db.selectNoFrom(
    sql<TimelinePage>`read_timeline(${customerId}, ${kinds}, ${before}::jsonb, ${limit})`.as('page'),
  )
  return ok((await asked.executeTakeFirstOrThrow()).page)
}
