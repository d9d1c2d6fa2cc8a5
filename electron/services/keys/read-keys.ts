import { type Kysely, sql } from 'kysely'
import type { KeyState } from '../../../shared/contract/keys.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'

/** How the key of the documents stands. */
export async function readState(db: Kysely<DB>): Promise<KeyState> {
  const { rows } = await sql<{ state: KeyState }>`SELECT read_key_state() AS state`.execute(db)
  const [first] = rows
  if (first === undefined) throw new Error('The database answered with no row')
  return first.state
}

export const readKeys: UseCase<'keys', 'read'> = async (_, { db }) => ok(await readState(db))
