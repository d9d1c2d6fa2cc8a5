import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/tables.ts'

/** The caller's branch: its name, the currency it counts its cash in, and the clock that its times are written by. */
export const callersBranch = (db: Kysely<DB>) =>
  db
    .selectFrom('branches')
    .where('id', '=', sql<string>`current_branch_id()`)
    .select(['name', 'currency', 'time_zone as timeZone'])
    .executeTakeFirstOrThrow()
