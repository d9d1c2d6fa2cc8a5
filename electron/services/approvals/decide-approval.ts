import { sql } from 'kysely'
import type { ApprovalOutcome } from '../../../shared/contract/approvals.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'
import { wrapUnderHalf } from '../sessions/key-ring.ts'

/** Approves what was shown. Where that gives somebody a temporary password, the caller made its second half. */
export const approve: UseCase<'approvals', 'approve'> = async (input, { db, documentKey }) => {
  const { approvalId, passwordHalf } = input
  const hash = Buffer.from(input.hash, 'hex')
  const decision =
    passwordHalf === null
      ? sql<{ outcome: ApprovalOutcome }>`SELECT approve(${approvalId}, ${hash}) AS outcome`
      : sql<{
          outcome: ApprovalOutcome
        }>`SELECT approve_with_password(${approvalId}, ${hash}, ${passwordHalf},
          ${await wrapUnderHalf(documentKey, passwordHalf)}) AS outcome`
  const { rows } = await retryCollisions(() => decision.execute(db))
  return ok(rows[0]?.outcome ?? { status: 'PENDING', failure: null })
}

export const decline: UseCase<'approvals', 'decline'> = async ({ approvalId, reason }, { db }) => {
  await retryCollisions(() => sql`SELECT decline(${approvalId}, ${reason})`.execute(db))
  return ok({})
}

export const withdraw: UseCase<'approvals', 'withdraw'> = async ({ approvalId }, { db }) => {
  await retryCollisions(() => sql`SELECT withdraw(${approvalId})`.execute(db))
  return ok({})
}
