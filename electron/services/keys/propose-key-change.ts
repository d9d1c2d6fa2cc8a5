import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/** Puts another vault key or recovery sheet before a second person. */
export const proposeKeyChange: UseCase<'keys', 'propose'> = async ({ key, kind, reason }, { db }) => {
  await retryCollisions(() => sql`SELECT propose_key_change(${key}, ${kind}, ${reason})`.execute(db))
  return ok({ approvalId: key })
}
