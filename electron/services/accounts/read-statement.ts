import { fail, ok } from '../../../shared/result.ts'
import { statementLines } from '../../ledger/read-statement.ts'
import type { UseCase } from '../../ipc/context.ts'
import { accountsOf } from './account-view.ts'

/** One page of an account's entries, newest first. The cursor is the account's own entry number, so no page can skip. */
export const readStatement: UseCase<'accounts', 'statement'> = async (
  { accountId, before, limit },
  { db },
) => {
  const account = await accountsOf(db).where('a.id', '=', accountId).executeTakeFirst()
  if (account === undefined) return fail('ACCOUNT_NOT_FOUND')
  const rows = await statementLines(db, accountId)
    .$if(before !== null, (query) => query.where('e.sequence', '<', before ?? ''))
    .orderBy('e.sequence', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const next = rows.length > limit ? (page.at(-1)?.sequence ?? null) : null
  return ok({ account, lines: page.map(({ sequence: _, ...line }) => line), next })
}
