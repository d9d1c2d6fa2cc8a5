import { z } from 'zod'
import { command } from './define.ts'
import {
  amountText,
  balanceText,
  currency,
  id,
  idempotencyKey,
  isoDate,
  isoTime,
  nothing,
  text,
} from './fields.ts'

/** Funds that may not be drawn: of a posting that waits for a second person, or placed by somebody. */
export const holdView = z.object({
  id,
  kind: z.enum(['PENDING_POSTING', 'PLACED', 'PAYMENTS', 'REVERSAL']),
  amount: balanceText,
  currency,
  reason: z.string(),
  placedBy: z.string().nullable(),
  placedAt: isoTime,
  /** The last business date on which it holds; the closing of that day releases it. */
  expiresOn: isoDate.nullable(),
  /** Of the posting that waits, or that is to be reversed. */
  reference: z.string().nullable(),
  /** Null where the system released it. */
  releasedBy: z.string().nullable(),
  releasedAt: isoTime.nullable(),
  releaseReason: z.string().nullable(),
})
export type HoldView = z.infer<typeof holdView>

/** What keeps an account from being closed beside its balance: what is held, interest that would be posted now, and what has to stay. */
export const closingView = z.object({
  held: balanceText,
  earned: balanceText,
  owed: balanceText,
  minimum: balanceText,
})
export type AccountClosing = z.infer<typeof closingView>

/** A hold as it is placed. */
export const placedHold = z.object({
  key: idempotencyKey,
  accountId: id,
  currency,
  amount: amountText,
  reason: text(200),
  expiresOn: isoDate.nullable(),
})

export const HOLD_ERRORS = [
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_CLOSED',
  'AMOUNT_NOT_A_NUMBER',
  'AMOUNT_ZERO',
  'AMOUNT_NEGATIVE',
  'AMOUNT_TOO_PRECISE',
  'AMOUNT_TOO_LARGE',
  'CURRENCY_NOT_SUPPORTED',
  'HOLD_ENDS_TOO_EARLY',
  'INSUFFICIENT_FUNDS',
  'KEY_REUSED',
  'OTHER_BRANCH',
] as const

/** What is done to an account so that it can be closed. */
export const beforeClosing = command({
  input: z.object({ accountId: id }),
  output: nothing,
  roles: ['TELLER', 'SUPERVISOR'],
  errors: ['ACCOUNT_NOT_FOUND', 'ACCOUNT_FROZEN', 'ACCOUNT_CLOSED', 'BRANCH_DAY_CLOSED', 'OTHER_BRANCH'],
})

/** What ends the dormancy of an account: why, and by what it was seen that the customer is who they are. */
export const reactivation = command({
  input: z.object({ key: idempotencyKey, accountId: id, reason: text(300), identity: text(150) }),
  output: nothing,
  roles: ['TELLER', 'SUPERVISOR'],
  errors: [
    'ACCOUNT_NOT_FOUND',
    'ACCOUNT_CLOSED',
    'ACCOUNT_NOT_DORMANT',
    'REACTIVATION_WAITS',
    'OTHER_BRANCH',
    'KEY_REUSED',
  ],
})
