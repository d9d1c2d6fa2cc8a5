import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** What stood on an account at the end of a date, by either of the dates that an entry has. */
export const balanceOn: UseCase<'accounts', 'balanceOn'> = async ({ accountId, date }, { db }) => {
  const { rows } = await sql<{
    recorded: string
    byValue: string
  }>`SELECT recorded::text, by_value::text AS "byValue" FROM read_balance_on(${accountId}, ${date}::date)`.execute(
    db,
  )
  return ok(rows[0] ?? { recorded: '0', byValue: '0' })
}
