import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Months of the log in a period that are in the archive. */
export const listArchived: UseCase<'audit', 'listArchived'> = async ({ from, to }, { db }) => {
  const { rows } = await sql<{ month: string }>`
    SELECT month::text AS month FROM archived_audit_months(${from}::date, ${to}::date)`.execute(db)
  return ok({ months: rows.map(({ month }) => month) })
}
