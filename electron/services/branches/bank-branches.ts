import { sql } from 'kysely'
import type { BranchRow } from '../../../shared/contract/bank-branches.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** The branches of the bank, closed ones last. */
export const listBranches: UseCase<'branches', 'list'> = async (_, { db }) => {
  const { rows } = await sql<{ branch: BranchRow }>`SELECT list_branches() AS branch`.execute(db)
  return ok({ branches: rows.map(({ branch }) => branch) })
}

/** Puts a further branch before another administrator. */
export const proposeNew: UseCase<'branches', 'propose'> = async (input, { db }) => {
  const { key, name, code, address, timeZone, tills } = input
  await sql`SELECT propose_branch(${key}, ${name}, ${code}, ${address}, ${timeZone}, ${tills})`.execute(db)
  return ok({})
}

/** Puts another name, code or address of a branch before a second person. */
export const proposeChange: UseCase<'branches', 'proposeChange'> = async (input, { db }) => {
  const { key, branchId, name, code, address } = input
  await sql`SELECT propose_branch_change(${key}, ${branchId}, ${name}, ${code}, ${address})`.execute(db)
  return ok({})
}

/** Puts the closing of a branch before a second person. */
export const proposeClosing: UseCase<'branches', 'proposeClosing'> = async ({ key, branchId }, { db }) => {
  await sql`SELECT propose_branch_closing(${key}, ${branchId})`.execute(db)
  return ok({})
}
