import { z } from 'zod'
import { command, query } from './define.ts'
import { movesCash } from './intent-words.ts'
import { amountText, balanceText, currency, id, idempotencyKey, nothing, text } from './fields.ts'

const tillRow = z.object({
  id,
  name: z.string(),
  currency,
  /** The name of the person who holds it; null while it is closed. */
  holder: z.string().nullable(),
  mine: z.boolean(),
  /** Of the holder's time with it; null while it is closed. */
  sessionId: id.nullable(),
  /** Counted by its first person: nothing is posted on it until the second one has decided. */
  counted: z.boolean(),
  /** A proposal of the caller about this till that waits for the second person. */
  waits: id.nullable(),
})
export type TillRow = z.infer<typeof tillRow>

const tillList = z.object({
  tills: z.array(tillRow),
  vaultBalance: balanceText.nullable(),
  tolerance: balanceText.nullable(),
  currency,
})
export type TillList = z.infer<typeof tillList>

const closing = z.object({
  name: z.string(),
  currency,
  state: z.enum(['OPEN', 'COUNTED', 'DIFFERENCE', 'CLOSED']),
  approvalId: id.nullable(),
  counted: balanceText.nullable(),
  /** What the second person counted, where that was another sum. */
  other: balanceText.nullable(),
  expected: balanceText.nullable(),
  variance: balanceText.nullable(),
})
export type TillClosing = z.infer<typeof closing>

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
    /**
     * `vaultBalance` is null for those who do not answer for the vault: tellers and administrators. `tolerance`, by which a count may
     * differ without a decision, is not told to tellers.
     */
    output: tillList,
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'],
    errors: [],
  }),
  /** Opens a till, empty. A float that the caller counted is in it when a second person counted the same: `approvalId` says which proposal that is. */
  'tills.open': command({
    input: z.object({ key: idempotencyKey, tillId: id, float: amountText }),
    moves: ({ float }) => movesCash('TILL_OPENING', float),
    output: z.object({
      tillId: id,
      name: z.string(),
      float: amountText,
      currency,
      approvalId: id.nullable(),
    }),
    roles: HOLDERS,
    errors: [
      ...COUNTED_ERRORS,
      'TILL_NOT_FOUND',
      'TILL_ALREADY_OPEN',
      'USER_ALREADY_HAS_TILL',
      'BRANCH_DAY_CLOSED',
      'VAULT_SHORT_OF_CASH',
      'KEY_REUSED',
    ],
  }),
  /** Cash from the vault into the caller's till, or back, as the caller counted it. A second person counts it too. */
  'tills.moveCash': command({
    input: z.object({ key: idempotencyKey, direction: z.enum(['IN', 'OUT']), counted: amountText }),
    moves: ({ direction, counted }) => movesCash(`TILL_${direction}`, counted),
    output: z.object({ approvalId: id }),
    roles: HOLDERS,
    errors: [
      ...COUNTED_ERRORS,
      'AMOUNT_ZERO',
      'TILL_NOT_OPEN',
      'TILL_COUNTED',
      'VAULT_SHORT_OF_CASH',
      'KEY_REUSED',
    ],
  }),
  /**
   * Locks the first of two blind counts: nothing is posted on the till any more. It is closed when a second person counts the same and
   * approves. With `tillId` a supervisor counts another person's till; without it, it is the caller's own.
   */
  'tills.close': command({
    input: z.object({ key: idempotencyKey, counted: amountText, tillId: id.optional() }),
    moves: ({ counted }) => movesCash('TILL_CLOSING', counted),
    output: z.object({ sessionId: id, approvalId: id }),
    roles: HOLDERS,
    errors: [...COUNTED_ERRORS, 'TILL_NOT_FOUND', 'TILL_NOT_OPEN', 'TILL_COUNTED', 'KEY_REUSED'],
  }),
  /**
   * How far the closing of a till is, for its holder and for whoever counted it first: OPEN again when both counts differed or the
   * second person declined, DIFFERENCE while a supervisor decides. `expected` and `variance` are told when it is closed.
   */
  'tills.closing': query({
    input: z.object({ sessionId: id }),
    output: closing,
    roles: HOLDERS,
    errors: ['TILL_NOT_FOUND'],
  }),
  'tills.add': command({
    input: z.object({ id, name: text(50) }),
    output: z.object({ id, name: z.string() }),
    roles: ['ADMIN'],
    errors: ['KEY_REUSED', 'TILL_NAME_TAKEN'],
  }),
}
