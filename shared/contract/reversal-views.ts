import { z } from 'zod'
import { balanceText, id, transactionType } from './fields.ts'

/** What several calls say of reversals. */

/** A posting that undoes another one, or is undone by one. A reversal is never reversed, so it is one or the other. */
export const reversalView = z.object({
  direction: z.enum(['REVERSES', 'REVERSED_BY']),
  transactionId: id,
  /** Of the other one. */
  reference: z.string(),
  /** The reason in words of the bank's list. */
  reason: z.string().nullable(),
})
export type ReversalView = z.infer<typeof reversalView>

/** Why a reversal needs a second person. */
export const reversalNeeds = z.enum([
  'OTHER_PERSON',
  'EARLIER_DAY',
  'OTHER_TILL_SESSION',
  'ABOVE_LIMIT',
  'ABOVE_DAY_LIMIT',
])

/** What has to be chosen before a posting is reversed. */
export const reversalPlan = {
  /** The fees that followed from the posting, which are reversed too or left, by choice. */
  following: z.array(
    z.object({
      reference: z.string(),
      transactionType,
      description: z.string().nullable(),
      amount: balanceText,
    }),
  ),
  /** Null: the caller reverses it alone. */
  because: reversalNeeds.nullable(),
  reasons: z.array(z.object({ code: z.string(), name: z.string(), needsWords: z.boolean() })),
} as const

/** What reversing and its preview refuse alike. */
export const REVERSAL_ERRORS = [
  'ACCOUNT_CLOSED',
  'ACCOUNT_FROZEN',
  'ALREADY_REVERSED',
  'BALANCE_TOO_LARGE',
  'BRANCH_DAY_CLOSED',
  'CASH_IN_OTHER_CURRENCY',
  'CUSTOMER_BLOCKED',
  'INSUFFICIENT_FUNDS',
  'LOAN_OVERPAID',
  'OTHER_BRANCH',
  'POSTING_NOT_ALLOWED',
  'REVERSAL_NOT_POSSIBLE',
  'REVERSAL_OF_REVERSAL',
  'REVERSAL_WAITS',
  'TILL_NOT_OPEN',
  'TILL_SHORT_OF_CASH',
  'TRANSACTION_NOT_FOUND',
] as const
