import { sql } from 'kysely'
import type { TillRow } from '../../../shared/contract/tills.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

type Tills = {
  readonly tills: TillRow[]
  readonly vault_balance: string | null
  readonly currency: string
}

/** The branch's tills and who holds them. The vault's balance is null for roles that do not answer for the vault. */
export const listTills: UseCase<'tills', 'list'> = async (_, { db }) => {
  const { rows } = await sql<Tills>`SELECT * FROM list_tills()`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error('The branch has no list of tills')
  const { tills, vault_balance: vaultBalance, currency } = found
  return ok({ tills, vaultBalance, currency })
}
