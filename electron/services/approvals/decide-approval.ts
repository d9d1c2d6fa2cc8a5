import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ApprovalDecision, ApprovalOutcome } from '../../../shared/contract/approvals.ts'
import { type Money, parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase, VaultKeys } from '../../workplace.ts'
import { branchCurrency } from '../branches/branch-currency.ts'
import { wrapUnderHalf } from '../sessions/key-ring.ts'
import { keyInUse, withVaultKeys } from '../sessions/vault.ts'

/** A transaction of its own: a count that stands cannot be taken back by somebody who has learnt what it should have been. */
const lockCount = (db: Kysely<DB>, approvalId: string, counted: Money) =>
  retryCollisions(() => sql`SELECT count_cash(${approvalId}, ${toDecimal(counted)}::numeric)`.execute(db))

/** Approves what was shown. Where that gives somebody a temporary password, the caller made its second half. */
export const approve: UseCase<'approvals', 'approve'> = async (input, context) => {
  const { approvalId, counted } = input
  const { db } = context
  if (counted !== undefined) {
    const amount = parseNotNegative(counted, await branchCurrency(db))
    if (!amount.ok) return amount
    await lockCount(db, approvalId, amount.value)
  }
  const decided =
    input.passwordHalf === null
      ? await decide(db, decisionOf(input))
      : await withVaultKeys(context, async (keys) => decide(db, await withPassword(input, keys)))
  return ok(decided ?? { status: 'PENDING', failure: null })
}

type Answer = { readonly outcome: ApprovalOutcome }

const decide = async (db: Kysely<DB>, decision: RawBuilder<Answer>) =>
  (await retryCollisions(() => decision.execute(db))).rows[0]?.outcome

/** The statement that decides with half of a password, under which the vault key is wrapped. */
async function withPassword({ approvalId, hash, passwordHalf }: ApprovalDecision, keys: VaultKeys) {
  const wrapped = await wrapUnderHalf(keyInUse(keys), passwordHalf ?? '')
  const shown = Buffer.from(hash, 'hex')
  return sql<Answer>`SELECT approve_with_password(${approvalId}, ${shown}, ${passwordHalf}, ${wrapped}) AS outcome`
}

/** The statement that decides with a reason, or plainly. */
function decisionOf({ approvalId, hash, reason }: ApprovalDecision) {
  const shown = Buffer.from(hash, 'hex')
  return reason === undefined
    ? sql<Answer>`SELECT approve(${approvalId}, ${shown}) AS outcome`
    : sql<Answer>`SELECT approve_for_reason(${approvalId}, ${shown}, ${reason}) AS outcome`
}

export const decline: UseCase<'approvals', 'decline'> = async ({ approvalId, reason }, { db }) => {
  await retryCollisions(() => sql`SELECT decline(${approvalId}, ${reason})`.execute(db))
  return ok({})
}

export const withdraw: UseCase<'approvals', 'withdraw'> = async ({ approvalId }, { db }) => {
  await retryCollisions(() => sql`SELECT withdraw(${approvalId})`.execute(db))
  return ok({})
}
