import { sql } from 'kysely'
import type { ScreeningCases } from '../../../shared/contract/screening.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** The cases of a status, the likest first. */
export const listCases: UseCase<'screening', 'cases'> = async ({ status }, { db }) => {
  const { rows } = await sql<{
    found: ScreeningCases
  }>`SELECT list_screening_cases(${status}) AS found`.execute(db)
  return ok(rows[0]?.found ?? { cases: [], open: 0 })
}

/** Says that a customer is not who is listed. */
export const clearCase: UseCase<'screening', 'clear'> = async ({ id, reason, words }, { db }) => {
  await sql`SELECT clear_screening_case(${id}, ${reason}, ${words})`.execute(db)
  return ok({})
}

/** Says that a customer is who is listed. */
export const confirmCase: UseCase<'screening', 'confirm'> = async ({ id, words }, { db }) => {
  await sql`SELECT confirm_screening_case(${id}, ${words})`.execute(db)
  return ok({})
}
