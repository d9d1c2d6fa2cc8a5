import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Puts a change of a user with power before a second person. Sent twice, it is proposed once. */
export const proposeChange: UseCase<'users', 'propose'> = async (input, { db }) => {
  const { key, kind, userId, person, role, passwordHalf } = input
  const change = JSON.stringify({ ...person, ...(role === null ? {} : { role }) })
  await sql`SELECT propose_user_change(${key}, ${kind}, ${userId}, ${change}::jsonb, ${passwordHalf})`.execute(
    db,
  )
  return ok({})
}
