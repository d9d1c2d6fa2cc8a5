import { z } from 'zod'
import { REJECT_REASONS } from '../rules/documents.ts'
import { RETENTION_EVENTS } from '../rules/retention.ts'
import { documentStatus, documentType, id, isoDate, isoTime } from './fields.ts'

/** What is known of a stored document, without its content. */
export const documentView = z.object({
  id,
  documentType,
  documentNumber: z.string(),
  /** ISO 3166-1 alpha-2; of identity documents. */
  issuingCountry: z.string().nullable(),
  status: documentStatus,
  expiresAt: isoDate.nullable(),
  /** From the list; null of what was rejected before there was one. */
  rejectionCode: z.enum(REJECT_REASONS).nullable(),
  rejectionReason: z.string().nullable(),
  uploadedBy: z.string(),
  uploadedAt: isoTime,
  verifiedBy: z.string().nullable(),
  /** When its content was deleted, and by which rule: so many years after the event, which was on that day. */
  deletion: z
    .object({ on: isoDate, event: z.enum(RETENTION_EVENTS), eventOn: isoDate, years: z.number() })
    .nullable(),
})
export type DocumentView = z.infer<typeof documentView>
