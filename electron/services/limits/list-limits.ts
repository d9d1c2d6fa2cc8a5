import { sql } from 'kysely'
import type { PostingLimit } from '../../../shared/contract/limits.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** What may be posted alone in a currency at the caller's branch, and the date from which another limit may begin. */
export const listLimits: UseCase<'limits', 'list'> = async ({ currency }, { db }) => {
  const { rows } = await sql<{ businessDate: string; limits: PostingLimit[] }>`
    SELECT business_date AS "businessDate", limits FROM list_posting_limits(${currency})`.execute(db)
  return ok({ businessDate: rows[0]?.businessDate ?? '', limits: rows[0]?.limits ?? [] })
}
