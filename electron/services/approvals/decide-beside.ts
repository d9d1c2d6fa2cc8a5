import { sql } from 'kysely'
import type { ApprovalOutcome } from '../../../shared/contract/approvals.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { factorKey } from '../sessions/factor-key.ts'

/**
 * Decides as somebody who stands beside the person signed in here, by that one's own user name, password and code. Two statements, each its
 * own transaction: the first writes down that it was tried. No session begins or ends.
 */
export const decideBeside: UseCase<'approvals', 'decideBeside'> = async (input, context) => {
  const { approvalId, hash, username, password, code, reason } = input
  const { db } = context
  const key = code === null ? null : await factorKey(context)
  const begun = await sql<{
    ticket: string
  }>`SELECT begin_override(${approvalId}, ${username}, ${password}, ${code}, ${key}) AS ticket`.execute(db)
  const { rows } = await sql<{
    outcome: ApprovalOutcome | null
  }>`SELECT decide_beside(${approvalId}, ${Buffer.from(hash, 'hex')}, ${begun.rows[0]?.ticket}, ${reason}) AS outcome`.execute(
    db,
  )
  const outcome = rows[0]?.outcome ?? null
  return outcome === null ? fail('SIGN_IN_REFUSED') : ok(outcome)
}
