import { randomBytes, randomUUID } from 'node:crypto'
import type { Person } from './branch.ts'
import type { TestDatabase } from './database.ts'

export type DocumentType = 'NATIONAL_ID' | 'PASSPORT' | 'DRIVERS_LICENSE' | 'UTILITY_BILL' | 'BANK_STATEMENT'

/** Uploads a file and its document the way the application does, as that person; the bytes stand for ciphertext. */
export async function uploadDocument(
  database: TestDatabase,
  by: Person,
  customerId: string,
  type: DocumentType,
  expiresAt: string | null = null,
): Promise<string> {
  const [file, document] = [randomUUID(), randomUUID()]
  const pool = database.pool(by.token)
  await pool.query(
    `INSERT INTO kyc_files (id, media_type, byte_size, wrapped_key, content) VALUES ($1, 'image/png', 100, $2, $3)`,
    [file, randomBytes(60), randomBytes(128)],
  )
  await pool.query(
    `INSERT INTO kyc_documents (id, customer_id, document_type, document_number, file_id, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [document, customerId, type, randomBytes(6).toString('hex'), file, expiresAt],
  )
  return document
}

/** Approves a document as it stands, by that person. */
export const approveDocument = (database: TestDatabase, by: Person, document: string) =>
  database
    .pool(by.token)
    .query(`UPDATE kyc_documents SET status = 'APPROVED', decided_digest = content_digest WHERE id = $1`, [
      document,
    ])
