import { randomBytes, randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { DocumentView } from '../../shared/contract/document-views.ts'
import { needOf } from '../../shared/rules/documents.ts'
import type { TestDatabase } from './database.ts'
import { pngPicture } from './png.ts'
import { only } from './queries.ts'
import type { TestUser } from './users.ts'
import type { TestWorkplace } from './workplace.ts'

type NewDocument = CallInput<'documents.upload'>

/** A whole document as a teller uploads one; no two of them have the same id or number. */
export const newDocument = (customerId: string, changes: Partial<NewDocument> = {}): NewDocument => ({
  id: randomUUID(),
  customerId,
  documentType: 'PASSPORT',
  documentNumber: randomUUID(),
  issuingCountry: 'SE',
  expiresAt: '2999-01-01',
  content: new Uint8Array(pngPicture(8, 8)),
  ...changes,
})

/** An approved passport as screens show one. */
export const documentView = (changes: Partial<DocumentView> = {}): DocumentView => ({
  id: '',
  documentType: 'PASSPORT',
  documentNumber: '93X41K2',
  issuingCountry: 'SE',
  status: 'APPROVED',
  expiresAt: null,
  rejectionCode: null,
  rejectionReason: null,
  uploadedBy: 'Maria Diaz',
  uploadedAt: '2026-11-22T10:00:00Z',
  verifiedBy: 'Samuel Okafor',
  deletion: null,
  ...changes,
})

/** The arguments of upload_document(), each as an SQL expression: stated here and nowhere else in test/. */
const upload = (changes: Readonly<Record<string, string>> = {}) => ({
  id: 'gen_random_uuid()',
  customer: 'NULL',
  type: `'PASSPORT'`,
  number: `'X 1'`,
  country: `'SE'`,
  expires: 'NULL',
  mediaType: `'image/png'`,
  size: '1',
  mac: `decode(repeat('00', 32), 'hex')`,
  wrappedKey: `decode(repeat('00', 60), 'hex')`,
  content: `decode(repeat('00', 60), 'hex')`,
  sides: `'{}'`,
  byteSizes: `'{}'`,
  macs: `'{}'`,
  wrappedKeys: `'{}'`,
  contents: `'{}'`,
  reading: 'NULL',
  generation: '1',
  pageMacs: `'{}'`,
  ...changes,
})

/** The statement that uploads a document with its file, as text: argument → SQL expression, over those that every document has. */
export const uploadDocumentSql = (changes: Readonly<Record<string, string>> = {}): string =>
  `SELECT upload_document(${Object.values(upload(changes)).join(', ')})`

/** The statement that approves a document; both arguments are SQL expressions, the second for the digest that was shown. */
export const approveDocumentSql = (document: string, digest: string): string =>
  `SELECT approve_document(${document}, ${digest})`

/** The same for rejecting. */
export const rejectDocumentSql = (document: string, digest: string, reason: string): string =>
  `SELECT reject_document(${document}, ${digest}, 'UNREADABLE', ${reason})`

const needsCountry = (type: NewDocument['documentType']) => needOf(type) === 'identity'

/** Uploads a file and its document as that user, by the statement of the application; the bytes stand for encrypted ones. */
export async function uploadDocument(
  database: TestDatabase,
  by: TestUser,
  customerId: string,
  type: NewDocument['documentType'],
  expiresAt: string | null = null,
): Promise<string> {
  const id = randomUUID()
  const given = {
    id: '$1',
    customer: '$2',
    type: '$3',
    number: '$4',
    country: '$5',
    expires: '$6',
    content: '$7',
  }
  await database
    .pool(by.token)
    .query(uploadDocumentSql(given), [
      id,
      customerId,
      type,
      randomBytes(6).toString('hex'),
      needsCountry(type) ? 'SE' : null,
      expiresAt,
      randomBytes(128),
    ])
  return id
}

/** Opens a document as that user, reads its content, and says that it was shown. Each step is a transaction of its own. */
export async function lookAt(database: TestDatabase, by: TestUser, document: string): Promise<string> {
  const pool = database.pool(by.token)
  const opened = await pool.query<{ ticket: string }>('SELECT open_document($1) AS ticket', [document])
  const { ticket } = only(opened.rows)
  await pool.query('SELECT FROM read_document_content($1)', [ticket])
  await pool.query('SELECT mark_document_shown($1)', [ticket])
  return ticket
}

/** Looks at a document and approves it as it stands, as that user. */
export async function approveDocument(database: TestDatabase, by: TestUser, document: string): Promise<void> {
  await lookAt(database, by, document)
  const digest = await digestOf(database, document)
  await database.pool(by.token).query(approveDocumentSql('$1', '$2'), [document, digest])
}

/** What a decision on a document has to repeat. */
export async function digestOf({ superuser }: TestDatabase, document: string): Promise<Buffer> {
  const { rows } = await superuser.query<{ digest: Buffer }>(
    'SELECT content_digest AS digest FROM kyc_documents WHERE id = $1',
    [document],
  )
  return only(rows).digest
}

/** Looks at a document at a workplace, as its window does, so that it can be approved. */
export async function showDocument(workplace: TestWorkplace, documentId: string): Promise<void> {
  const { ticket } = await workplace.call('documents.readFile', { documentId })
  await workplace.call('documents.noteShown', { ticket })
}
