import { z } from 'zod'
import { command, query } from './define.ts'
import { amountText, balanceText, currency, id, idempotencyKey, nothing, text } from './fields.ts'

const tillRow = z.object({
  id,
  name: z.string(),
  currency,
  /** The name of the person who holds it; null while it is closed. */
  holder: z.string().nullable(),
  mine: z.boolean(),
})
export type TillRow = z.infer<typeof tillRow>

const COUNTED_ERRORS = [
  'AMOUNT_NOT_A_NUMBER',
  'AMOUNT_NEGATIVE',
  'AMOUNT_TOO_PRECISE',
  'AMOUNT_TOO_LARGE',
] as const
const HOLDERS = ['TELLER', 'SUPERVISOR'] as const

export const tills = {
  'tills.list': query({
    input: nothing,
    /** `vaultBalance` is null for those who do not answer for the vault: tellers and administrators. */
    output: z.object({ tills: z.array(tillRow), vaultBalance: balanceText.nullable(), currency }),
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'],
    errors: [],
  }),
  /** Opens a till and moves its float from the vault into it; a float of zero moves nothing. */
  'tills.open': command({
    input: z.object({ key: idempotencyKey, tillId: id, float: amountText }),
    output: z.object({ tillId: id, name: z.string(), float: balanceText, currency }),
    roles: HOLDERS,
    errors: [
      ...COUNTED_ERRORS,
      'TILL_NOT_FOUND',
      'TILL_ALREADY_OPEN',
      'USER_ALREADY_HAS_TILL',
      'VAULT_SHORT_OF_CASH',
      'BRANCH_DAY_CLOSED',
      'KEY_REUSED',
    ],
  }),
  /**
   * The count is blind: the expected amount is only in the answer, when the count can no longer be changed. With `tillId` a
   * supervisor closes another person's till; without it, it is the caller's own.
   */
  'tills.close': command({
    input: z.object({ key: idempotencyKey, counted: amountText, tillId: id.optional() }),
    output: z.object({
      name: z.string(),
      expected: balanceText,
      counted: balanceText,
      variance: balanceText,
      currency,
    }),
    roles: HOLDERS,
    errors: [...COUNTED_ERRORS, 'BALANCE_TOO_LARGE', 'TILL_NOT_FOUND', 'TILL_NOT_OPEN', 'KEY_REUSED'],
  }),
  'tills.add': command({
    input: z.object({ id, name: text(50) }),
    output: z.object({ id, name: z.string() }),
    roles: ['ADMIN'],
    errors: ['KEY_REUSED', 'TILL_NAME_TAKEN'],
  }),
}
