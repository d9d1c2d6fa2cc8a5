import { z } from 'zod'
import { command, query } from './define.ts'
import {
  amountText,
  balanceText,
  currency,
  id,
  idempotencyKey,
  isoDate,
  nothing,
  transactionType,
} from './fields.ts'
import { AMOUNT_ERRORS } from './postings.ts'

/** Who posts and reverses at the counter, and what: each pair has limits of its own. A reversal is one of a posting of any type. */
export const limitedRole = z.enum(['TELLER', 'SUPERVISOR'])
export const limitedType = z.enum([
  ...transactionType.extract(['DEPOSIT', 'WITHDRAWAL', 'TRANSFER']).options,
  'REVERSAL',
])

const postingLimit = z.object({
  id,
  role: limitedRole,
  transactionType: limitedType,
  currency,
  /** What one person posts without a second one: at once, in a day in all, and on one account in a day, by whomever. */
  perPosting: balanceText,
  perPersonDay: balanceText,
  /** Null of reversals, which are not counted by account. */
  perAccountDay: balanceText.nullable(),
  /** Null of a default that the program brings. */
  validFrom: isoDate.nullable(),
  /** The last day; null until another one follows. */
  validUntil: isoDate.nullable(),
  /** False of one that begins later. */
  inForce: z.boolean(),
  /** The two people who agreed it; null of a default. */
  proposedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
})
export type PostingLimit = z.infer<typeof postingLimit>

const [, , ...NOT_ZERO] = AMOUNT_ERRORS

export const limits = {
  /** The limits of a currency that are in force at the branch or will be. Where there is none, every posting needs two people. */
  'limits.list': query({
    input: z.object({ currency }),
    output: z.object({ businessDate: isoDate, limits: z.array(postingLimit) }),
    roles: ['SUPERVISOR', 'ADMIN', 'AUDITOR'],
    errors: [],
  }),
  /** Puts other limits before a second person. */
  'limits.propose': command({
    input: z
      .object({
        key: idempotencyKey,
        role: limitedRole,
        transactionType: limitedType,
        currency,
        perPosting: amountText.min(1),
        perPersonDay: amountText.min(1),
        perAccountDay: amountText.min(1).nullable(),
        validFrom: isoDate,
        validUntil: isoDate.nullable(),
      })
      .refine(
        ({ transactionType: type, perAccountDay }) => (type === 'REVERSAL') === (perAccountDay === null),
      ),
    output: nothing,
    roles: ['SUPERVISOR', 'ADMIN'],
    errors: [
      'AMOUNT_NOT_A_NUMBER',
      ...NOT_ZERO,
      'CURRENCY_NOT_SUPPORTED',
      'KEY_REUSED',
      'LIMIT_DATES',
      'LIMIT_UNCHANGED',
      'LIMIT_WAITS',
    ],
  }),
}
