import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { statementPage } from '../../ledger/read-statement.ts'
import type { UseCase } from '../../workplace.ts'
import { accountsOf } from './account-view.ts'

/** One page of an account's entries, newest first. The cursor is the account's own entry number, so no entry is skipped. */
export const readStatement: UseCase<'accounts', 'statement'> = async (
  { accountId, before, limit },
  { db },
) => {
  const account = await accountsOf(db).where('a.id', '=', accountId).executeTakeFirst()
  if (account === undefined) return fail('ACCOUNT_NOT_FOUND')
  const page = await statementPage(db, accountId, before, limit)
  const last = page.at(-1)?.sequence ?? '1'
  const lines = page.map(({ sequence: _, ...line }) => line)
  return ok({ account, lines, next: last === '1' ? null : last })
}
