import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Adds a till to the branch, with its own cash account. */
export const addTill: UseCase<'tills', 'add'> = async ({ id, name }, { db }) => {
  await sql`SELECT add_till(${id}, ${name})`.execute(db)
  return ok({ id, name })
}
