import type { Kysely } from 'kysely'
import type { DB } from '../../db/tables.ts'
import { LettersMissing } from '../../print/fonts/open-letters.ts'

/**
 * Reads what is recorded as printed with that. Where the paper has letters that this computer cannot print nothing is on record as printed, and
 * the next one is no copy; that it was looked at is, by `look`.
 */
export async function recordPrint<T>(
  db: Kysely<DB>,
  read: (db: Kysely<DB>) => Promise<T>,
  look: () => Promise<unknown>,
): Promise<T> {
  try {
    return await db.transaction().execute(read)
  } catch (error) {
    if (error instanceof LettersMissing) await look()
    throw error
  }
}
