import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Changes how the caller's branch writes amounts, and its weekend. What is posted keeps plain decimals. */
export const changeBranch: UseCase<'branches', 'change'> = async (
  { numberFormat, weekend },
  { db, workplace },
) => {
  await sql`SELECT change_branch(${numberFormat}, ${weekend}::smallint[])`.execute(db)
  workplace.emit('session.changed', {})
  return ok({})
}
