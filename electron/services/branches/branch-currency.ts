import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/tables.ts'

/** The currency that the caller's branch counts its cash in. */
export async function branchCurrency(db: Kysely<DB>): Promise<string> {
  const branch = await db
    .selectFrom('branches')
    .where('id', '=', sql<string>`current_branch_id()`)
    .select('currency')
    .executeTakeFirstOrThrow()
  return branch.currency
}
