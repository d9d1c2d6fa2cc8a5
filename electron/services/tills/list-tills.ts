import { type Kysely, sql } from 'kysely'
import type { TillList, TillRow } from '../../../shared/contract/tills.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'

type Tills = {
  readonly tills: TillRow[]
  readonly vault_balance: string | null
  readonly tolerance: string | null
  readonly currency: string
}

/** The branch's tills and who holds them; the vault's balance and the tolerance for those who are told. */
export async function readTills(db: Kysely<DB>): Promise<TillList> {
  const { rows } = await sql<Tills>`SELECT * FROM list_tills()`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error('The branch has no list of tills')
  const { tills, vault_balance: vaultBalance, tolerance, currency } = found
  return { tills, vaultBalance, tolerance, currency }
}

export const listTills: UseCase<'tills', 'list'> = async (_, { db }) => ok(await readTills(db))
