import { type Kysely, sql } from 'kysely'
import type { DocumentView } from '../../../shared/contract/document-views.ts'
import type { DB } from '../../db/tables.ts'

/** What list_documents() and list_document_queue() answer of a document, in the contract's words. */
export const DOCUMENT_COLUMNS = sql`id, status, document_type AS "documentType", document_number AS "documentNumber",
  issuing_country AS "issuingCountry", expires_at AS "expiresAt", rejection_code AS "rejectionCode",
  rejection_reason AS "rejectionReason", uploaded_at AS "uploadedAt", uploaded_by AS "uploadedBy", verified_by AS "verifiedBy"`

/** A customer's documents with the names of uploader and checker, the first one first. */
export async function listDocuments(db: Kysely<DB>, customerId: string): Promise<DocumentView[]> {
  const { rows } =
    await sql<DocumentView>`SELECT ${DOCUMENT_COLUMNS}, deletion FROM list_documents(${customerId})`.execute(
      db,
    )
  return rows
}
