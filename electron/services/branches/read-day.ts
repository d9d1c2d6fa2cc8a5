import { sql } from 'kysely'
import type { DayRow, DayView } from '../../../shared/contract/branches.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

type Found = Omit<DayView, 'vault'> & {
  readonly before: string
  readonly paidIn: string
  readonly paidOut: string
  readonly after: string
}

/** The figures of a day, as the database computes them from the entries. */
export const readDay: UseCase<'branches', 'readDay'> = async ({ businessDate }, { db }) => {
  const { rows } =
    await sql<Found>`SELECT business_date AS "businessDate", status, currency, opened_by AS "openedBy",
    opened_at AS "openedAt", closed_by AS "closedBy", closed_at AS "closedAt", tills, postings,
    vault_before AS before, vault_in AS "paidIn", vault_out AS "paidOut", vault_after AS after
    FROM read_branch_day(${businessDate}::date)`.execute(db)
  const [found] = rows
  if (found === undefined) return fail('DAY_NOT_FOUND')
  const { before, paidIn, paidOut, after, ...day } = found
  return ok({ ...day, vault: { before, paidIn, paidOut, after } })
}

/** A page of the branch's days. */
export const listDays: UseCase<'branches', 'listDays'> = async ({ before, limit }, { db }) => {
  const { rows } =
    await sql<DayRow>`SELECT id, business_date AS "businessDate", status, opened_by AS "openedBy",
    closed_by AS "closedBy", postings::int, short, surplus AS over FROM list_branch_days(${before}::date, ${limit + 1})`.execute(
      db,
    )
  const days = rows.slice(0, limit)
  return ok({ days, next: rows.length > limit ? (days.at(-1)?.businessDate ?? null) : null })
}
