import { sql } from 'kysely'
import type { Correction } from '../../../shared/contract/correction-views.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/** Proposes another name, birth or nationality for a customer. Sent twice, it is proposed once. */
export const proposeCorrection: UseCase<'customers', 'proposeCorrection'> = async (input, { db }) => {
  const { id, customerId, documentId, firstName, lastName, dateOfBirth, nationality, reason } = input
  const right = JSON.stringify({
    first_name: firstName,
    last_name: lastName,
    date_of_birth: dateOfBirth,
    nationality,
  })
  const proposed = sql`SELECT propose_correction(${id}, ${customerId}, ${documentId}, ${right}::jsonb, ${reason})`
  await retryCollisions(() => proposed.execute(db))
  return ok({ id })
}

export const approveCorrection: UseCase<'customers', 'approveCorrection'> = async (
  { correctionId },
  { db },
) => {
  await retryCollisions(() => sql`SELECT approve_correction(${correctionId})`.execute(db))
  return ok({})
}

export const declineCorrection: UseCase<'customers', 'declineCorrection'> = async (
  { correctionId, reason },
  { db },
) => {
  await retryCollisions(() => sql`SELECT decline_correction(${correctionId}, ${reason})`.execute(db))
  return ok({})
}

/** The corrections that wait, longest wait first. */
export const listCorrections: UseCase<'customers', 'listCorrections'> = async ({ customerId }, { db }) => {
  const { rows } = await sql<{
    correction: Correction
  }>`SELECT correction FROM list_corrections(${customerId}) AS correction`.execute(db)
  return ok({ corrections: rows.map(({ correction }) => correction) })
}
