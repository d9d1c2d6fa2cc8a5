import { type Kysely, sql } from 'kysely'
import { type QueuedDocument, queuedDocument } from '../../../shared/contract/documents.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'
import { DOCUMENT_COLUMNS } from './document-view.ts'

/** Documents waiting for a decision, longest wait first, and how many were decided today by the branch's calendar. */
export const listQueue: UseCase<'documents', 'listQueue'> = async (_, { db, workplace }) => {
  const [waiting, decidedToday] = await Promise.all([listWaiting(db), countDecided(db)])
  const documents = waiting.filter((document) => queuedDocument.safeParse(document).success)
  const unreadable = waiting.length - documents.length
  if (unreadable > 0) workplace.options.log(`${unreadable} documents of the queue cannot be read`)
  return ok({ documents, unreadable, decidedToday })
}

async function listWaiting(db: Kysely<DB>): Promise<QueuedDocument[]> {
  const { rows } = await sql<QueuedDocument>`SELECT ${DOCUMENT_COLUMNS}, customer_id AS "customerId",
    customer_number AS "customerNumber", customer_name AS "customerName", may_decide AS "mayDecide",
    shown_hash AS "shownHash", claim FROM list_document_queue()`.execute(db)
  return rows
}

async function countDecided(db: Kysely<DB>) {
  const { rows } = await sql<{
    approved: number
    rejected: number
  }>`SELECT * FROM count_decided_today()`.execute(db)
  return rows[0] ?? { approved: 0, rejected: 0 }
}
