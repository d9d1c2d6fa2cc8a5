import { sql } from 'kysely'
import type { MonthView } from '../../../shared/contract/branches.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** How the month of a date stands. */
export const readMonth: UseCase<'branches', 'readMonth'> = async ({ businessDate }, { db }) => {
  const { rows } = await sql<{
    month: MonthView
  }>`SELECT read_month(${businessDate}::date) AS month`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The database answered no month')
  return ok(row.month)
}

/** Closes the month of a date, with everything before it. */
export const closeMonth: UseCase<'branches', 'closeMonth'> = async ({ businessDate }, { db }) => {
  await sql`SELECT close_month(${businessDate}::date)`.execute(db)
  return ok({})
}
