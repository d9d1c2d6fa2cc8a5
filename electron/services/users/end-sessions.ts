import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Signs somebody out wherever they are signed in. */
export const endSessions: UseCase<'users', 'endSessions'> = async ({ userId }, { db }) => {
  await sql`SELECT end_sessions(${userId})`.execute(db)
  return ok({})
}
