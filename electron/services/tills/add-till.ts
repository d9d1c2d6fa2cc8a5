import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Gives the branch one more till, with its own cash account. */
export const addTill: UseCase<'tills', 'add'> = async ({ id, name }, { db }) => {
  await sql`SELECT add_till(${id}, ${name})`.execute(db)
  return ok({ id, name })
}
