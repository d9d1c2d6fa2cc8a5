import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/** Takes a customer's case, or makes the own claim last anew; a second supervisor is refused. */
export const claimCase: UseCase<'documents', 'claim'> = async ({ customerId }, { db }) => {
  await retryCollisions(() => sql`SELECT claim_case(${customerId})`.execute(db))
  return ok({})
}

export const releaseCase: UseCase<'documents', 'release'> = async ({ customerId }, { db }) => {
  await sql`SELECT release_case(${customerId})`.execute(db)
  return ok({})
}
