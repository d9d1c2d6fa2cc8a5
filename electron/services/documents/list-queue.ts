import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { documentsQuery } from './document-view.ts'

/** Documents waiting for a decision, longest wait first, and how many were decided today by the branch's calendar. */
export const listQueue: UseCase<'documents', 'listQueue'> = async (_, { db, user }) => {
  const [waiting, decided] = await Promise.all([
    documentsQuery(db)
      .innerJoin('customers as c', 'c.id', 'd.customer_id')
      .where('d.status', '=', 'PENDING')
      .select(['c.id as customerId', 'c.customer_number as customerNumber', 'd.created_by as makerId'])
      .select([
        sql<string>`concat_ws(' ', c.first_name, c.last_name)`.as('customerName'),
        sql<string>`encode(d.content_digest, 'hex')`.as('shownHash'),
      ])
      .orderBy('d.created_at')
      .orderBy('d.id')
      .limit(500)
      .execute(),
    db
      .selectFrom('kyc_documents')
      .where('decided_at', '>=', sql<string>`start_of_today()`)
      .select(({ fn }) => [
        fn.countAll<string>().filterWhere('status', '=', 'APPROVED').as('approved'),
        fn.countAll<string>().filterWhere('status', '=', 'REJECTED').as('rejected'),
      ])
      .executeTakeFirstOrThrow(),
  ])
  return ok({
    documents: waiting.map(({ makerId, ...document }) => ({
      ...document,
      mayDecide: makerId !== user.id,
    })),
    decidedToday: { approved: Number(decided.approved), rejected: Number(decided.rejected) },
  })
}
