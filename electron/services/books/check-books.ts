import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { BookCheck, FreshCheck } from '../../../shared/contract/book-views.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'

/** How long the check of what is new goes on with further days. */
const MOST_MS = 700

/** Compares what is new since the last check. */
export const checkNew: UseCase<'books', 'checkNew'> = async (_, { db }) => {
  const { rows } = await sql<{ answer: FreshCheck }>`SELECT check_new_books(${MOST_MS}) AS answer`.execute(db)
  return ok(only(rows).answer)
}

/** Begins a check of the whole books. The same id again begins none. */
export const beginCheck: UseCase<'books', 'beginCheck'> = async ({ id }, { db }) =>
  ok(await checkBy(db, sql`SELECT begin_book_check(${id}) AS "check"`))

/** Goes on with a check for some tenths of a second. */
export const continueCheck: UseCase<'books', 'continueCheck'> = async ({ id }, { db }) =>
  ok(await checkBy(db, sql`SELECT continue_book_check(${id}) AS "check"`))

/** Ends a check where it stands. */
export const cancelCheck: UseCase<'books', 'cancelCheck'> = async ({ id }, { db }) =>
  ok(await checkBy(db, sql`SELECT cancel_book_check(${id}) AS "check"`))

/** The newest check of the whole books. */
export const lastCheck: UseCase<'books', 'lastCheck'> = async (_, { db }) => {
  const { rows } = await sql<{ check: BookCheck | null }>`SELECT last_book_check() AS "check"`.execute(db)
  return ok(only(rows))
}

async function checkBy(db: Kysely<DB>, statement: RawBuilder<{ check: BookCheck }>): Promise<BookCheck> {
  const { rows } = await statement.execute(db)
  return only(rows).check
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('A check of the books answered no row')
  return row
}
