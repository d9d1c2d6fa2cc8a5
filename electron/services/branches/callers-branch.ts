import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/tables.ts'

/** The caller's branch: its name and address, the currency it counts its cash in, and how its times and amounts are written. */
export const callersBranch = (db: Kysely<DB>) =>
  db
    .selectFrom('branches')
    .where('id', '=', sql<string>`current_branch_id()`)
    .select(['name', 'address', 'currency', 'time_zone as timeZone', 'number_format as numberFormat'])
    .executeTakeFirstOrThrow()
