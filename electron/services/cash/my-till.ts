import type { Kysely } from 'kysely'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'

/** The cash account of the till that this person holds. Error: TILL_NOT_OPEN. */
export async function cashAccountOf(
  db: Kysely<DB>,
  userId: string,
): Promise<Result<string, 'TILL_NOT_OPEN'>> {
  const held = await db
    .selectFrom('till_sessions as s')
    .innerJoin('accounts as a', 'a.till_id', 's.till_id')
    .where('s.user_id', '=', userId)
    .where('s.closed_at', 'is', null)
    .select('a.id')
    .executeTakeFirst()
  return held === undefined ? fail('TILL_NOT_OPEN') : ok(held.id)
}
