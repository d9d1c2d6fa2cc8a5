import type { Kysely } from 'kysely'
import type { DB } from '../../db/tables.ts'
import { callersBranch } from './callers-branch.ts'

/** The currency that the caller's branch counts its cash in. */
export async function branchCurrency(db: Kysely<DB>): Promise<string> {
  const { currency } = await callersBranch(db)
  return currency
}
