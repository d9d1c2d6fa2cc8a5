import { randomBytes, randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { DocumentView } from '../../shared/contract/customers.ts'
import type { TestDatabase } from './database.ts'
import { pngPicture } from './png.ts'
import { insertSql } from './queries.ts'
import type { TestUser } from './users.ts'

type NewDocument = CallInput<'documents.upload'>

/** A whole document as a teller uploads one; no two of them have the same id or number. */
export const newDocument = (customerId: string, changes: Partial<NewDocument> = {}): NewDocument => ({
  id: randomUUID(),
  customerId,
  documentType: 'PASSPORT',
  documentNumber: randomUUID(),
  expiresAt: '2999-01-01',
  content: new Uint8Array(pngPicture(8, 8)),
  ...changes,
})

/** An approved passport as screens show one. */
export const documentView = (changes: Partial<DocumentView> = {}): DocumentView => ({
  id: '',
  documentType: 'PASSPORT',
  documentNumber: '93X41K2',
  status: 'APPROVED',
  expiresAt: null,
  rejectionReason: null,
  uploadedBy: 'Maria Diaz',
  uploadedAt: '2026-11-22T10:00:00Z',
  verifiedBy: 'Samuel Okafor',
  ...changes,
})

const SIXTY_BYTES = `decode(repeat('00', 60), 'hex')`

/** The statement that stores a file, as text: column → SQL expression, over those that every file has. */
export const insertFileSql = (columns: Readonly<Record<string, string>> = {}): string =>
  insertSql('kyc_files', {
    id: 'gen_random_uuid()',
    media_type: `'image/png'`,
    byte_size: '1',
    wrapped_key: SIXTY_BYTES,
    content: SIXTY_BYTES,
    ...columns,
  })

/** The statement that stores a document, as text: column → SQL expression, over those that every document has. */
export const insertDocumentSql = (columns: Readonly<Record<string, string>>): string =>
  insertSql('kyc_documents', {
    id: 'gen_random_uuid()',
    document_type: `'PASSPORT'`,
    document_number: `'X 1'`,
    ...columns,
  })

/** The statement that approves a document as it stands; `document` is an SQL expression for its id. */
export const approveDocumentSql = (document: string): string =>
  `UPDATE kyc_documents SET status = 'APPROVED', decided_digest = content_digest WHERE id = ${document} RETURNING id`

/** Uploads a file and its document as that user, by the statements of the application; the bytes stand for encrypted ones. */
export async function uploadDocument(
  database: TestDatabase,
  by: TestUser,
  customerId: string,
  type: NewDocument['documentType'],
  expiresAt: string | null = null,
): Promise<string> {
  const [file, document] = [randomUUID(), randomUUID()]
  const pool = database.pool(by.token)
  await pool.query(insertFileSql({ id: '$1', wrapped_key: '$2', content: '$3' }), [
    file,
    randomBytes(60),
    randomBytes(128),
  ])
  const columns = { customer_id: '$2', document_type: '$3', document_number: '$4', file_id: '$5' }
  await pool.query(insertDocumentSql({ id: '$1', ...columns, expires_at: '$6' }), [
    document,
    customerId,
    type,
    randomBytes(6).toString('hex'),
    file,
    expiresAt,
  ])
  return document
}

/** Approves a document as it stands, as that user. */
export const approveDocument = (database: TestDatabase, by: TestUser, document: string) =>
  database.pool(by.token).query(approveDocumentSql('$1'), [document])
