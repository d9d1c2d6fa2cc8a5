import { z } from 'zod'
import { id, isoDate, isoTime } from './fields.ts'

/** What is corrected by two people; a nationality that was not known, or that a proposal of an older release leaves as it is, is null. */
const corrected = z.object({
  firstName: z.string().nullable(),
  lastName: z.string(),
  dateOfBirth: isoDate,
  nationality: z.string().nullable(),
})

/** A proposed correction that waits for another person's decision. */
export const correction = z.object({
  id,
  customerId: id,
  customerNumber: z.string(),
  /** The document that shows what is right. */
  documentId: id,
  from: corrected,
  to: corrected,
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: isoTime,
  /** The caller proposed it, so somebody else has to decide. */
  own: z.boolean(),
})
export type Correction = z.infer<typeof correction>
