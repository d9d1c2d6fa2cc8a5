import { sql } from 'kysely'
import type { SuspenseItem } from '../../../shared/contract/book-views.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** What waits on suspense accounts at the end of a business date, the oldest first. */
export const suspense: UseCase<'books', 'suspense'> = async ({ date }, { db }) => {
  const { rows } = await sql<{ item: SuspenseItem }>`SELECT read_suspense(${date}) AS item`.execute(db)
  return ok({ items: rows.map(({ item }) => item) })
}
