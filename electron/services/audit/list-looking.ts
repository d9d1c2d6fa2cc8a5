import { sql } from 'kysely'
import type { LookingDay, Reader } from '../../../shared/contract/audit.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

const DAYS = 31

/** What people opened, day by day, and how many rows each was handed since the user was made. */
export const listLooking: UseCase<'audit', 'listLooking'> = async (_, { db }) => {
  const days =
    await sql<LookingDay>`SELECT day, user_id AS "userId", full_name AS "fullName", opened::int, customers::int,
    exported::int FROM openings_by_day(${DAYS})`.execute(db)
  const readers =
    await sql<Reader>`SELECT user_id AS "userId", full_name AS "fullName", branch_name AS "branchName",
    rows_read::text AS "rowsRead", openings::text FROM reading_counts()`.execute(db)
  return ok({ days: days.rows, readers: readers.rows })
}
