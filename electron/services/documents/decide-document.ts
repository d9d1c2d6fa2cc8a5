import { sql } from 'kysely'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { SessionContext, UseCase } from '../../workplace.ts'

type Decision = { status: 'APPROVED' } | { status: 'REJECTED'; rejection_reason: string }

/**
 * Decides one document, bound to the content that was shown. The database ensures that the checker is not the maker and
 * that a decision is final, and updates the customer's KYC status, so that no client can leave any of it out.
 */
async function decide(documentId: string, shownHash: string, decision: Decision, { db }: SessionContext) {
  return inTransaction(db, async (trx) => {
    const decided = await trx
      .updateTable('kyc_documents')
      .set({ ...decision, decided_digest: sql<Buffer>`decode(${shownHash}, 'hex')` })
      .where('id', '=', documentId)
      .executeTakeFirst()
    return decided.numUpdatedRows === 1n ? ok({}) : fail('DOCUMENT_NOT_FOUND')
  })
}

export const approveDocument: UseCase<'documents', 'approve'> = ({ documentId, shownHash }, context) =>
  decide(documentId, shownHash, { status: 'APPROVED' }, context)

export const rejectDocument: UseCase<'documents', 'reject'> = ({ documentId, shownHash, reason }, context) =>
  decide(documentId, shownHash, { status: 'REJECTED', rejection_reason: reason }, context)
