import { ok } from '../../../shared/result.ts'
import { statementPage } from '../../ledger/read-statement.ts'
import type { UseCase } from '../../workplace.ts'

/** One page of an account's entries, newest first. The cursor is the account's own entry number, so no entry is skipped. */
export const readStatement: UseCase<'accounts', 'statement'> = async (input, { db }) => {
  const find = input.find === '' ? null : input.find
  return ok(await statementPage(db, { ...input, find }))
}
