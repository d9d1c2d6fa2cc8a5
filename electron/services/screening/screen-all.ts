import { sql } from 'kysely'
import type { CheckedName, ScreeningLists, ScreeningRun } from '../../../shared/contract/screening.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/** So many customers in one call take some tenths of a second. */
const CUSTOMERS_AT_A_TIME = 1_000

/** Screens the next customers of a run. */
export const goOn: UseCase<'screening', 'goOn'> = async ({ id }, { db }) => {
  const step = sql<{ run: ScreeningRun }>`SELECT advance_screening(${id}, ${CUSTOMERS_AT_A_TIME}) AS run`
  const { rows } = await retryCollisions(() => step.execute(db))
  const [row] = rows
  if (row === undefined) throw new Error('The database answered nothing of a run')
  return ok(row.run)
}

/** The lists that were imported, and the last run. */
export const readLists: UseCase<'screening', 'lists'> = async (_, { db }) => {
  const { rows } = await sql<{ found: ScreeningLists }>`SELECT list_screening_lists() AS found`.execute(db)
  return ok(rows[0]?.found ?? { lists: [], run: null })
}

/** Any name against the lists. */
export const checkName: UseCase<'screening', 'checkName'> = async ({ name, birthYear }, { db }) => {
  const { rows } = await sql<{
    found: CheckedName[]
  }>`SELECT check_listed_name(${name}, ${birthYear}::int) AS found`.execute(db)
  return ok({ matches: rows[0]?.found ?? [] })
}
