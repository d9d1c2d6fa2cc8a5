import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/**
 * Decides one document, bound to the content that was shown. The database ensures that it was shown to this person in this
 * session, that the checker is not the maker and that a decision is final, and updates the customer's KYC status.
 */
export const approveDocument: UseCase<'documents', 'approve'> = async ({ documentId, shownHash }, { db }) => {
  await retryCollisions(() =>
    sql`SELECT approve_document(${documentId}, decode(${shownHash}, 'hex'))`.execute(db),
  )
  return ok({})
}

/** The same without the proof of showing: that nothing could be shown may be the reason. */
export const rejectDocument: UseCase<'documents', 'reject'> = async (input, { db }) => {
  const { documentId, shownHash, reasonCode, reason } = input
  await retryCollisions(() =>
    sql`SELECT reject_document(${documentId}, decode(${shownHash}, 'hex'), ${reasonCode}, ${reason})`.execute(
      db,
    ),
  )
  return ok({})
}
