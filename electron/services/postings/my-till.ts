import { type Kysely, sql } from 'kysely'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'

/**
 * The cash account of the till that this person holds. For a command that was sent before it is the one that its posting
 * went through, though the till be closed by now: the answer to a lost answer is what was posted. Error: TILL_NOT_OPEN.
 */
export async function cashAccountOf(
  db: Kysely<DB>,
  userId: string,
  type: 'DEPOSIT' | 'WITHDRAWAL',
  key: string | null,
): Promise<Result<string, 'TILL_NOT_OPEN'>> {
  const { rows } = await sql<{ id: string | null }>`SELECT coalesce(
    (SELECT CASE ${type} WHEN 'DEPOSIT' THEN from_account_id ELSE to_account_id END FROM transactions
      WHERE created_by = ${userId} AND idempotency_key = ${key} AND transaction_type = ${type}),
    (SELECT a.id FROM till_sessions s JOIN accounts a ON a.till_id = s.till_id
      WHERE s.user_id = ${userId} AND s.closed_at IS NULL)) AS id`.execute(db)
  const id = rows[0]?.id ?? null
  return id === null ? fail('TILL_NOT_OPEN') : ok(id)
}
