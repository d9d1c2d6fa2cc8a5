import { sql } from 'kysely'
import type { TillClosing } from '../../../shared/contract/tills.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** How far the closing of a till is: waiting for the second count, for a supervisor, closed, or to be counted anew. */
export const readClosing: UseCase<'tills', 'closing'> = async ({ sessionId }, { db }) => {
  const { rows } = await sql<{
    closing: TillClosing
  }>`SELECT closing FROM read_closing(${sessionId}) AS closing`.execute(db)
  const closing = rows[0]?.closing
  return closing === undefined ? fail('TILL_NOT_FOUND') : ok(closing)
}
