import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { readCode } from '../../../shared/rules/enrolment-code.ts'
import type { UseCase } from '../../workplace.ts'

/** Puts a code before a second person. The window made it and shows it once; the server gets its hash. */
export const proposeCode: UseCase<'workstations', 'proposeCode'> = async (input, { db }) => {
  const { key, computer, hours, code, branchId } = input
  const hash = createHash('sha256')
    .update(readCode(code) ?? '')
    .digest()
  await sql`SELECT propose_workstation_code(${key}, ${computer}, ${hours}, ${hash}, ${branchId})`.execute(db)
  return ok({})
}

/** Takes a code back that nobody has used. */
export const cancelCode: UseCase<'workstations', 'cancelCode'> = async ({ codeId }, { db }) => {
  await sql`SELECT cancel_workstation_code(${codeId})`.execute(db)
  return ok({})
}
