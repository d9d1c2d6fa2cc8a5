import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Two statements, each its own transaction: connections are ended once the login is closed for everybody, or it would come back in between. */
export const revokeWorkstation: UseCase<'workstations', 'revoke'> = async ({ workstationId }, { db }) => {
  await sql`SELECT revoke_workstation(${workstationId})`.execute(db)
  await sql`SELECT end_closed_connections()`.execute(db)
  return ok({})
}
