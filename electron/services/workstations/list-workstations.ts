import { sql } from 'kysely'
import type { WorkstationList } from '../../../shared/contract/workstations.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** The workstations of the branch, open codes, and what was refused. */
export const listWorkstations: UseCase<'workstations', 'list'> = async (_, { db }) => {
  const { rows } = await sql<{
    list: WorkstationList
  }>`SELECT list_workstations() AS list`.execute(db)
  return ok(rows[0]?.list ?? { workstations: [], codes: [], refused: [] })
}
