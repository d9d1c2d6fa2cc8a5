import { z } from 'zod'
import { MOST_PAGES, needOf, REJECT_REASONS } from '../rules/documents.ts'
import { MEDIA_TYPES } from '../rules/uploaded-file.ts'
import { documentView } from './document-views.ts'
import { command, query, toldBy } from './define.ts'
import { corners, page } from '../reading/page.ts'
import { reading } from '../reading/reading.ts'
import { bytes, documentType, id, isoDate, isoTime, lines, nothing, text, textOrNull } from './fields.ts'

/** Binds a decision to what was shown: SHA-256 over the document's row and its file. */
const shownHash = z.string().regex(/^[0-9a-f]{64}$/)

export const queuedDocument = documentView.omit({ deletion: true }).extend({
  customerId: id,
  customerNumber: z.string(),
  customerName: z.string(),
  /** False for the caller's own upload: maker and checker are never the same person. */
  mayDecide: z.boolean(),
  shownHash,
  /** Who has the customer's case now, and until when at most; null where nobody has. */
  claim: z.object({ name: z.string(), own: z.boolean(), until: isoTime }).nullable(),
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
    /** Of a proof of address: the date on it, from which its age counts. */
    issuedOn: isoDate.nullable().default(null),
    /** A page that was made here, or a file. */
    content: bytes,
    /** The same for what follows it in the same document: the back of a card, further pages. */
    further: z
      .array(bytes)
      .max(MOST_PAGES - 1)
      .default([]),
  })
  .refine((document) => needOf(document.documentType) !== 'identity' || document.issuingCountry !== null, {
    path: ['issuingCountry'],
  })

/** Why a file is refused whose content was looked at. */
const FILE_ERRORS = [
  'FILE_DAMAGED',
  'FILE_EMPTY',
  'FILE_HAS_PASSWORD',
  'FILE_TOO_DEMANDING',
  'FILE_TOO_LARGE',
  'FILE_TOO_MANY_PAGES',
  'FILE_TOO_MANY_PIXELS',
  'FILE_TYPE_NOT_ALLOWED',
] as const

export const documents = {
  /**
   * What a file becomes before it is uploaded: its pages, and what a machine reads of them, for the form. Nothing of it is stored. `id` names
   * this call, for its progress and for cancelling it.
   */
  'documents.prepare': query({
    large: toldBy('documents.progress', 'documents.cancelPrepare'),
    input: z.object({ id, content: bytes }),
    output: z.object({ pages: z.array(page), readings: z.array(reading) }),
    roles: ['TELLER', 'SUPERVISOR'],
    errors: ['FILE_CANCELLED', ...FILE_ERRORS],
  }),
  /**
   * A page that was made here, cut to four corners and then turned clockwise by quarters, and what is read of it. `id` names this call as in
   * `documents.prepare`.
   */
  'documents.adjust': query({
    large: toldBy('documents.progress', 'documents.cancelPrepare'),
    input: z.object({
      id,
      content: bytes,
      corners: corners.nullable(),
      quarters: z.number().int().min(0).max(3),
    }),
    output: z.object({ page, readings: z.array(reading) }),
    roles: ['TELLER', 'SUPERVISOR'],
    errors: ['FILE_CANCELLED', ...FILE_ERRORS],
  }),
  /** Ends the call of this id in the middle of its work. */
  'documents.cancelPrepare': query({
    input: z.object({ id }),
    output: nothing,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [],
  }),
  /** The screen that takes pictures is open, or is not any more: the window gets a camera only meanwhile. */
  'documents.allowCamera': query({
    input: z.object({ allowed: z.boolean() }),
    output: nothing,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [],
  }),
  'documents.upload': command({
    input: upload,
    output: z.object({ id }),
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [
      'CUSTOMER_NOT_FOUND',
      'DOCUMENT_EXPIRED',
      'DOCUMENT_NUMBER_TAKEN',
      ...FILE_ERRORS,
      'KEY_REUSED',
      'OTHER_BRANCH',
    ],
  }),
  /**
   * The pages, what was read of them when they were uploaded, and the ticket of this look, which is on record before anything is handed
   * out. A file of an earlier release is one page, also a PDF of several.
   */
  'documents.readFile': query({
    input: z.object({ documentId: id }),
    output: z.object({
      ticket: id,
      pages: z.array(z.object({ mediaType: z.enum(MEDIA_TYPES), content: bytes })).min(1),
      readings: z.array(reading),
    }),
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    errors: ['DOCUMENT_DELETED', 'DOCUMENT_NOT_FOUND', 'FILE_UNREADABLE', 'OTHER_BRANCH'],
  }),
  /** Documents of other customers that have the same page or file; whose they are, where the caller may read them. */
  'documents.listTwins': query({
    input: z.object({ documentId: id }),
    output: z.object({
      twins: z.array(z.object({ documentId: id, customerNumber: textOrNull, customerName: textOrNull })),
    }),
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    errors: ['DOCUMENT_NOT_FOUND', 'OTHER_BRANCH'],
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
      'CASE_CLAIMED',
      'CHANGED_MEANWHILE',
      'DOCUMENT_EXPIRED',
      'DOCUMENT_NOT_FOUND',
      'NOT_SHOWN',
      'OTHER_BRANCH',
      'OWN_UPLOAD',
      'PROOF_TOO_OLD',
    ],
  }),
  'documents.reject': command({
    input: z.object({ documentId: id, shownHash, reasonCode: z.enum(REJECT_REASONS), reason: lines(500) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: [
      'ALREADY_DECIDED',
      'CASE_CLAIMED',
      'CHANGED_MEANWHILE',
      'DOCUMENT_NOT_FOUND',
      'OTHER_BRANCH',
      'OWN_UPLOAD',
    ],
  }),
}
