import type { Kysely } from 'kysely'
import type { DB } from '../../db/tables.ts'

/** Documents with the names of uploader and checker, in the contract's shape; the caller adds which ones. */
export const documentsQuery = (db: Kysely<DB>) =>
  db
    .selectFrom('kyc_documents as d')
    .innerJoin('users as maker', 'maker.id', 'd.created_by')
    .leftJoin('users as checker', 'checker.id', 'd.verified_by')
    .select(['d.id', 'd.status', 'd.document_type as documentType', 'd.document_number as documentNumber'])
    .select([
      'd.expires_at as expiresAt',
      'd.rejection_reason as rejectionReason',
      'd.created_at as uploadedAt',
    ])
    .select(['maker.full_name as uploadedBy', 'checker.full_name as verifiedBy'])
