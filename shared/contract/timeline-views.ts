import { z } from 'zod'
import { actorKind, balanceText, id, isoTime, side } from './fields.ts'

/** The parts of what has happened to a customer. */
export const timelineKind = z.enum([
  'CUSTOMER',
  'DOCUMENT',
  'DECISION',
  'ACCOUNT',
  'POWER',
  'SCREENING',
  'MONEY',
  'LOOK',
])
export type TimelineKind = z.infer<typeof timelineKind>

/** One thing that has happened: what, to which record, by whom and when. */
const timelineItem = z.object({
  id,
  at: isoTime,
  kind: timelineKind,
  /** As the audit log says it; of money the type of the posting. */
  action: z.string(),
  type: z.string(),
  /** Null for what nobody did by hand. */
  who: z.string().nullable(),
  actor: actorKind,
  /** Of the record: a number or a name. */
  name: z.string().nullable(),
  /** Which kind of document, power or proposal; of money the reference. */
  of: z.string().nullable(),
  /** The words that somebody gave. */
  why: z.string().nullable(),
  side: side.optional(),
  amount: balanceText.optional(),
  currency: z.string().optional(),
  balance: balanceText.optional(),
  transactionId: id.optional(),
  /** Who signed, where that was not the holder alone. */
  signedBy: z.string().nullish(),
})
export type TimelineItem = z.infer<typeof timelineItem>

export const timelineQuery = z.object({
  customerId: id,
  kinds: z.array(timelineKind).max(20),
  /** `next` of the page before; null for the newest page. */
  before: z
    .string()
    .max(5000)
    .regex(/^\{("[0-9a-z-]{3,36}": ?"[0-9a-f-]{1,36}"(, ?)?)*\}$/)
    .nullable(),
  limit: z.number().int().min(1).max(200),
})

export const timelinePage = z.object({ rows: z.array(timelineItem), next: z.string().nullable() })
export type TimelinePage = z.infer<typeof timelinePage>
