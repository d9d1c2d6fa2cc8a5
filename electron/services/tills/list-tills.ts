import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** The branch's tills and who holds them. The vault's balance is 0.00 for roles that may not read accounts. */
export const listTills: UseCase<'tills', 'list'> = async (_, { db, user }) => {
  const branch = await db
    .selectFrom('branches as b')
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.branch_id', '=', 'b.id').on('a.account_type', '=', 'VAULT'),
    )
    .leftJoin('balances as v', 'v.account_id', 'a.id')
    .where('b.id', '=', sql<string>`current_branch_id()`)
    .select(['b.id', 'b.currency', 'v.ledger_balance'])
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('tills as t')
    .leftJoin('till_sessions as s', (join) =>
      join.onRef('s.till_id', '=', 't.id').on('s.closed_at', 'is', null),
    )
    .leftJoin('users as u', 'u.id', 's.user_id')
    .where('t.branch_id', '=', branch.id)
    .select(['t.id', 't.name', 'u.full_name as holder', 's.user_id'])
    .orderBy(sql`length(t.name)`)
    .orderBy('t.name')
    .execute()
  const tills = rows.map(({ user_id, ...till }) => ({
    ...till,
    currency: branch.currency,
    mine: user_id === user.id,
  }))
  return ok({ tills, vaultBalance: branch.ledger_balance ?? '0.00', currency: branch.currency })
}
