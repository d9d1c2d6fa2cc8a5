import { sql } from 'kysely'
import type { DayWithdrawal } from '../../../shared/contract/branches.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Proposals of the branch that wait for a second person. */
export const listWithdrawals: UseCase<'branches', 'listWithdrawals'> = async (_, { db }) => {
  const { rows } =
    await sql<DayWithdrawal>`SELECT id, business_date AS "businessDate", reason, proposed_by AS "proposedBy",
    proposed_at AS "proposedAt", own FROM list_day_withdrawals()`.execute(db)
  return ok({ withdrawals: rows })
}

/** The first of two people says which day is to be taken back, and why. */
export const proposeWithdrawal: UseCase<'branches', 'proposeWithdrawal'> = async (input, { db }) => {
  await sql`SELECT propose_day_withdrawal(${input.businessDate}::date, ${input.reason})`.execute(db)
  return ok({})
}

/** The second one takes the day back. */
export const confirmWithdrawal: UseCase<'branches', 'confirmWithdrawal'> = async (
  { withdrawalId },
  { db, workplace },
) => {
  await sql`SELECT confirm_day_withdrawal(${withdrawalId})`.execute(db)
  workplace.emit('session.changed', {})
  return ok({})
}

/** Leaves the day as it is. */
export const dropWithdrawal: UseCase<'branches', 'dropWithdrawal'> = async ({ withdrawalId }, { db }) => {
  await sql`SELECT drop_day_withdrawal(${withdrawalId})`.execute(db)
  return ok({})
}
