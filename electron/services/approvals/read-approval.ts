import { sql } from 'kysely'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** One proposal whole, with what changed since it was made. The look is on record. */
export const readApproval: UseCase<'approvals', 'read'> = async ({ approvalId }, { db }) => {
  const { rows } = await sql<{
    approval: ApprovalView
  }>`SELECT read_approval(${approvalId}) AS approval`.execute(db)
  const approval = rows[0]?.approval
  return approval === undefined ? fail('APPROVAL_NOT_FOUND') : ok(approval)
}
