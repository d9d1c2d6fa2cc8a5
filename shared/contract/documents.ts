import { z } from 'zod'
import { needOf } from '../rules/documents.ts'
import { MEDIA_TYPES } from '../rules/uploaded-file.ts'
import { documentView } from './customers.ts'
import { command, query } from './define.ts'
import { bytes, documentType, id, isoDate, lines, nothing, text } from './fields.ts'

/** Binds a decision to what was shown: SHA-256 over the document's row and its file. */
const shownHash = z.string().regex(/^[0-9a-f]{64}$/)

export const queuedDocument = documentView.extend({
  customerId: id,
  customerNumber: z.string(),
  customerName: z.string(),
  /** False for the caller's own upload: maker and checker are never the same person. */
  mayDecide: z.boolean(),
  shownHash,
})
export type QueuedDocument = z.infer<typeof queuedDocument>

/** A number has a letter, or a digit from 0 to 9: what is only dashes and blanks is none. The database keeps the same rule. */
export const documentNumber = text(100).refine((typed) => /[\p{L}0-9]/u.test(typed.normalize('NFKC')))

const upload = z
  .object({
    id,
    customerId: id,
    documentType,
    documentNumber,
    /** ISO 3166-1 alpha-2. A number is unique among people for each type and issuing country; a proof of address has none. */
    issuingCountry: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    expiresAt: isoDate.nullable(),
    content: bytes,
  })
  .refine((document) => needOf(document.documentType) !== 'identity' || document.issuingCountry !== null, {
    path: ['issuingCountry'],
  })

export const documents = {
  'documents.upload': command({
    input: upload,
    output: z.object({ id }),
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [
      'CUSTOMER_NOT_FOUND',
      'DOCUMENT_EXPIRED',
      'DOCUMENT_NUMBER_TAKEN',
      'FILE_DAMAGED',
      'FILE_EMPTY',
      'FILE_HAS_PASSWORD',
      'FILE_TOO_LARGE',
      'FILE_TOO_MANY_PAGES',
      'FILE_TOO_MANY_PIXELS',
      'FILE_TYPE_NOT_ALLOWED',
      'KEY_REUSED',
      'OTHER_BRANCH',
    ],
  }),
  /** The content, and the ticket of this look, which is on record before the content is handed out. */
  'documents.readFile': query({
    input: z.object({ documentId: id }),
    output: z.object({ ticket: id, mediaType: z.enum(MEDIA_TYPES), content: bytes }),
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    errors: ['DOCUMENT_NOT_FOUND', 'FILE_UNREADABLE', 'OTHER_BRANCH'],
  }),
  /** The window says that it drew all of the content. Without it nothing is approved. */
  'documents.noteShown': command({
    input: z.object({ ticket: id }),
    output: nothing,
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    errors: ['NOT_SHOWN'],
  }),
  /** Documents waiting for a decision, longest wait first; `unreadable` are left out because their rows are damaged. */
  'documents.listQueue': query({
    input: nothing,
    output: z.object({
      documents: z.array(queuedDocument),
      unreadable: z.number(),
      decidedToday: z.object({ approved: z.number(), rejected: z.number() }),
    }),
    roles: ['SUPERVISOR', 'AUDITOR'],
    errors: [],
  }),
  'documents.approve': command({
    input: z.object({ documentId: id, shownHash }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: [
      'ALREADY_DECIDED',
      'CHANGED_MEANWHILE',
      'DOCUMENT_EXPIRED',
      'DOCUMENT_NOT_FOUND',
      'NOT_SHOWN',
      'OTHER_BRANCH',
      'OWN_UPLOAD',
    ],
  }),
  'documents.reject': command({
    input: z.object({ documentId: id, shownHash, reason: lines(500) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['ALREADY_DECIDED', 'CHANGED_MEANWHILE', 'DOCUMENT_NOT_FOUND', 'OTHER_BRANCH', 'OWN_UPLOAD'],
  }),
}
