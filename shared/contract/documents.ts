import { z } from 'zod'
import { MEDIA_TYPES } from '../rules/uploaded-file.ts'
import { documentView } from './customers.ts'
import { command, query } from './define.ts'
import { bytes, documentType, id, isoDate, lines, nothing, text } from './fields.ts'

/** Binds a decision to what was shown: SHA-256 over the document's row and its file. */
const shownHash = z.string().regex(/^[0-9a-f]{64}$/)

const queueItem = documentView.extend({
  customerId: id,
  customerNumber: z.string(),
  customerName: z.string(),
  /** False for the caller's own upload: maker and checker are never the same person. */
  mayDecide: z.boolean(),
  shownHash,
})
export type QueuedDocument = z.infer<typeof queueItem>

export const documents = {
  'documents.upload': command({
    input: z.object({
      id,
      customerId: id,
      documentType,
      documentNumber: text(100),
      expiresAt: isoDate.nullable(),
      content: bytes,
    }),
    output: z.object({ id }),
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [
      'CUSTOMER_NOT_FOUND',
      'DOCUMENT_EXPIRED',
      'DOCUMENT_NUMBER_TAKEN',
      'FILE_EMPTY',
      'FILE_TOO_LARGE',
      'FILE_TYPE_NOT_ALLOWED',
      'KEY_REUSED',
    ],
  }),
  'documents.readFile': query({
    input: z.object({ documentId: id }),
    output: z.object({ mediaType: z.enum(MEDIA_TYPES), content: bytes }),
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    errors: ['DOCUMENT_NOT_FOUND', 'FILE_UNREADABLE'],
  }),
  /** Documents waiting for a decision, longest wait first. */
  'documents.listQueue': query({
    input: nothing,
    output: z.object({
      documents: z.array(queueItem),
      decidedToday: z.object({ approved: z.number(), rejected: z.number() }),
    }),
    roles: ['SUPERVISOR', 'AUDITOR'],
    errors: [],
  }),
  'documents.approve': command({
    input: z.object({ documentId: id, shownHash }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['DOCUMENT_NOT_FOUND', 'ALREADY_DECIDED', 'OWN_UPLOAD', 'DOCUMENT_EXPIRED', 'CHANGED_MEANWHILE'],
  }),
  'documents.reject': command({
    input: z.object({ documentId: id, shownHash, reason: lines(500) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['DOCUMENT_NOT_FOUND', 'ALREADY_DECIDED', 'OWN_UPLOAD', 'CHANGED_MEANWHILE'],
  }),
}
