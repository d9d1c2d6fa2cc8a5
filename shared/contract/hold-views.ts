import { z } from 'zod'
import { balanceText, currency, id, isoDate, isoTime } from './fields.ts'

/** Funds that may not be drawn: of a posting that waits for a second person, or placed by somebody. */
export const holdView = z.object({
  id,
  kind: z.enum(['PENDING_POSTING', 'PLACED']),
  amount: balanceText,
  currency,
  reason: z.string(),
  placedBy: z.string().nullable(),
  placedAt: isoTime,
  /** The last business date on which it holds; the closing of that day releases it. */
  expiresOn: isoDate.nullable(),
  /** Of the posting that waits. */
  reference: z.string().nullable(),
  /** Null where the system released it. */
  releasedBy: z.string().nullable(),
  releasedAt: isoTime.nullable(),
  releaseReason: z.string().nullable(),
})
export type HoldView = z.infer<typeof holdView>

/** What keeps an account from being closed beside its balance: what is held, and interest that would be posted now. */
export const closingView = z.object({ held: balanceText, earned: balanceText, owed: balanceText })
export type AccountClosing = z.infer<typeof closingView>
