import { sql } from 'kysely'
import type { ApprovalRow } from '../../../shared/contract/approvals.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** What waits for a second person, or what was decided. */
export const listApprovals: UseCase<'approvals', 'list'> = async ({ waiting }, { db }) => {
  const { rows } = await sql<{
    approval: ApprovalRow
  }>`SELECT approval FROM list_approvals(${waiting}, 200) AS approval`.execute(db)
  return ok({ approvals: rows.map(({ approval }) => approval) })
}
