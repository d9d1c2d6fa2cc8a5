import { sql } from 'kysely'
import type { Deletion, RetentionRule } from '../../../shared/contract/retention.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/** How long documents are kept at the caller's branch, and the date from which another rule may begin. */
export const listRetention: UseCase<'documents', 'listRetention'> = async (_, { db }) => {
  const { rows } = await sql<{ businessDate: string; rules: RetentionRule[] }>`
    SELECT business_date AS "businessDate", rules FROM list_retention_rules()`.execute(db)
  return ok({ businessDate: rows[0]?.businessDate ?? '', rules: rows[0]?.rules ?? [] })
}

/** Puts another rule before a second person. Sent twice, it is proposed once. */
export const proposeRetention: UseCase<'documents', 'proposeRetention'> = async (input, { db }) => {
  const { key, purpose, event, years, validFrom } = input
  await sql`SELECT propose_retention_rule(${key}, ${purpose}, ${event}, ${years}, ${validFrom})`.execute(db)
  return ok({})
}

/** What is due, what a hold keeps, and what was deleted. */
export const listDeletions: UseCase<'documents', 'listDeletions'> = async ({ days }, { db }) => {
  const listed = db.selectNoFrom(
    sql<{ today: string; documents: Deletion[] }>`list_deletions(${days})`.as('listed'),
  )
  return ok((await listed.executeTakeFirstOrThrow()).listed)
}

/** Sent twice, it is placed once. */
export const placeLegalHold: UseCase<'documents', 'placeLegalHold'> = async (input, { db }) => {
  const { key, customerId, reason } = input
  const placed = sql`SELECT place_legal_hold(${key}, ${customerId}, ${reason})`
  await retryCollisions(() => placed.execute(db))
  return ok({})
}

export const releaseLegalHold: UseCase<'documents', 'releaseLegalHold'> = async (
  { holdId, reason },
  { db },
) => {
  await retryCollisions(() => sql`SELECT release_legal_hold(${holdId}, ${reason})`.execute(db))
  return ok({})
}
