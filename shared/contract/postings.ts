import { z } from 'zod'
import { command, query } from './define.ts'
import { movesAmount } from './intent-words.ts'
import {
  actor,
  amountText,
  balanceText,
  bytes,
  currency,
  id,
  idempotencyKey,
  isoDate,
  isoTime,
  optionalText,
  shownOnSlip,
  side,
  transactionStatus,
  transactionType,
} from './fields.ts'
import { presenter, PRESENTER_ERRORS, presenterView, SIGNER_ERRORS, signers } from './presenter.ts'
import { REVERSAL_ERRORS, reversalNeeds, reversalPlan, reversalView } from './reversal-views.ts'

const leg = z.object({
  side,
  accountId: id,
  accountNumber: z.string(),
  /** `Till 3 cash`, `Savings`, … and whose it is. */
  label: z.string(),
  holder: z.string().nullable(),
  amount: balanceText,
  /** The balances are null on a till's leg: whoever counts the till must not know what it should hold. */
  ledgerBefore: balanceText.nullable(),
  ledgerAfter: balanceText.nullable(),
  availableBefore: balanceText.nullable(),
  availableAfter: balanceText.nullable(),
})
export type Leg = z.infer<typeof leg>

/** What a posting will do, or did: two or more legs, debits first, with the balances before and after. */
const effect = z.object({ legs: z.array(leg).min(2), amount: balanceText, currency })

/** Which limit a posting is above: what one person may post alone, at once, in a day, or on one account in a day. */
export const exceededLimit = z.enum(['NO_LIMIT', 'PER_POSTING', 'PERSON_DAY', 'ACCOUNT_DAY'])

/** What posting would do now; above a limit it would wait for a second person. */
const preview = effect.extend({ exceeded: exceededLimit.nullable() })
export type PostingPreview = z.infer<typeof preview>

/** As it stands on a receipt, in capitals or not: the business date and a number that never repeats. */
export const postingReference = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^T\d{6}-\d{6,}$/)

export const postingView = effect.extend({
  id,
  reference: z.string(),
  transactionType,
  /** PENDING: it waits for a second person, and nothing is posted yet; then nobody hands over cash. */
  status: transactionStatus,
  description: z.string().nullable(),
  businessDate: isoDate,
  /** From which it counts, for interest. */
  valueDate: isoDate,
  postedAt: isoTime,
  actor,
  branchName: z.string(),
  reversal: reversalView.nullable(),
  /** Who stood at the counter with cash; null of the holder of the account. */
  presenter: presenterView.nullable(),
  signers,
})
export type PostingView = z.infer<typeof postingView>

const cashInput = z.object({
  key: idempotencyKey,
  accountId: id,
  amount: amountText,
  currency,
  /** Who stands at the counter; without it the holder of the account. */
  presenter: presenter.optional(),
  description: optionalText(200),
  shown: shownOnSlip,
})

/** Who signs for the account that is debited, as customers; none means its holder. */
const signedBy = z.array(id).max(20).default([])

const withdrawalInput = cashInput.extend({ signedBy })

const transferInput = z.object({
  key: idempotencyKey,
  fromAccountId: id,
  toAccountId: id,
  amount: amountText,
  currency,
  signedBy,
  description: optionalText(200),
  shown: shownOnSlip,
})

const reversalPreview = effect.extend(reversalPlan)
export type ReversalPreview = z.infer<typeof reversalPreview>

const reversed = z.object({
  posting: postingView.nullable(),
  /** What waits for a supervisor, and why; null when it was reversed. */
  waits: z.object({ approvalId: id, because: reversalNeeds }).nullable(),
})
export type Reversed = z.infer<typeof reversed>

/** Faults of what was typed, the same wherever an amount is. */
export const AMOUNT_ERRORS = [
  'AMOUNT_NOT_A_NUMBER',
  'AMOUNT_ZERO',
  'AMOUNT_NEGATIVE',
  'AMOUNT_TOO_PRECISE',
  'AMOUNT_TOO_LARGE',
] as const

const POSTING_ERRORS = [
  ...AMOUNT_ERRORS,
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_FROZEN',
  'ACCOUNT_CLOSED',
  'BALANCE_TOO_LARGE',
  'BRANCH_DAY_CLOSED',
  'CURRENCY_MISMATCH',
  'CURRENCY_NOT_SUPPORTED',
  'CUSTOMER_BLOCKED',
  'KYC_EXPIRED_BLOCKS',
  'OTHER_BRANCH',
] as const

const DEPOSIT_ERRORS = [
  ...POSTING_ERRORS,
  ...PRESENTER_ERRORS,
  'CASH_IN_OTHER_CURRENCY',
  'LOAN_OVERPAID',
  'TILL_NOT_OPEN',
] as const
const WITHDRAWAL_ERRORS = [
  'ACCOUNT_DORMANT',
  ...POSTING_ERRORS,
  ...SIGNER_ERRORS,
  ...PRESENTER_ERRORS,
  'CASH_IN_OTHER_CURRENCY',
  'BELOW_MINIMUM',
  'INSUFFICIENT_FUNDS',
  'POSTING_NOT_ALLOWED',
  'TILL_NOT_OPEN',
  'TILL_SHORT_OF_CASH',
] as const
const TRANSFER_ERRORS = [
  'ACCOUNT_DORMANT',
  ...POSTING_ERRORS,
  ...SIGNER_ERRORS,
  'BELOW_MINIMUM',
  'INSUFFICIENT_FUNDS',
  'LOAN_OVERPAID',
  'POSTING_NOT_ALLOWED',
  'SAME_ACCOUNT',
] as const

const POSTERS = ['TELLER', 'SUPERVISOR'] as const
const READERS = ['TELLER', 'SUPERVISOR', 'AUDITOR'] as const

export const postings = {
  'postings.previewDeposit': query({
    input: cashInput.omit({ key: true, description: true, shown: true }),
    output: preview,
    roles: POSTERS,
    errors: DEPOSIT_ERRORS,
  }),
  'postings.postDeposit': command({
    input: cashInput,
    moves: movesAmount('DEPOSIT'),
    output: postingView,
    roles: POSTERS,
    errors: [...DEPOSIT_ERRORS, 'KEY_REUSED'],
  }),
  'postings.previewWithdrawal': query({
    input: withdrawalInput.omit({ key: true, description: true, shown: true }),
    output: preview,
    roles: POSTERS,
    errors: WITHDRAWAL_ERRORS,
  }),
  'postings.postWithdrawal': command({
    input: withdrawalInput,
    moves: movesAmount('WITHDRAWAL'),
    output: postingView,
    roles: POSTERS,
    errors: [...WITHDRAWAL_ERRORS, 'KEY_REUSED'],
  }),
  'postings.previewTransfer': query({
    input: transferInput.omit({ key: true, description: true, shown: true }),
    output: preview,
    roles: POSTERS,
    errors: TRANSFER_ERRORS,
  }),
  'postings.postTransfer': command({
    input: transferInput,
    moves: movesAmount('TRANSFER'),
    output: postingView,
    roles: POSTERS,
    errors: [...TRANSFER_ERRORS, 'KEY_REUSED'],
  }),
  'postings.previewReversal': query({
    input: z.object({ transactionId: id, withFees: z.boolean() }),
    output: reversalPreview,
    roles: POSTERS,
    errors: REVERSAL_ERRORS,
  }),
  /** Undoes a posting, or puts that before a second person under the same key. */
  'postings.reverse': command({
    input: z.object({
      key: idempotencyKey,
      transactionId: id,
      /** A code of the bank's list of reasons. */
      reasonCode: z.string().regex(/^[A-Z_]{1,30}$/),
      words: optionalText(200),
      withFees: z.boolean(),
      shown: shownOnSlip,
    }),
    moves: ({ shown }) => ({ kind: 'REVERSAL', amount: null, currency: null, shown }),
    output: reversed,
    roles: POSTERS,
    errors: [...REVERSAL_ERRORS, 'KEY_REUSED', 'REASON_NEEDS_WORDS', 'REASON_UNKNOWN'],
  }),
  'postings.get': query({
    input: z.object({ transactionId: id }),
    output: postingView,
    roles: READERS,
    errors: ['OTHER_BRANCH', 'TRANSACTION_NOT_FOUND'],
  }),
  'postings.find': query({
    input: z.object({ reference: postingReference }),
    output: postingView,
    roles: READERS,
    errors: ['TRANSACTION_NOT_FOUND'],
  }),
  'postings.exportReceipt': query({
    input: z.object({ transactionId: id }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), content: bytes }),
    roles: READERS,
    errors: ['OTHER_BRANCH', 'TRANSACTION_NOT_FOUND'],
  }),
}
