import { z } from 'zod'
import { command, query, WORK } from './define.ts'
import {
  accountStatus,
  actorKind,
  amountText,
  balanceText,
  bytes,
  currency,
  customerAccountType,
  id,
  idempotencyKey,
  isoDate,
  isoTime,
  line,
  nothing,
  pageSize,
  searchText,
  side,
  text,
  transactionType,
  work,
} from './fields.ts'
import { beforeClosing, closingView, HOLD_ERRORS, holdView, placedHold, reactivation } from './hold-views.ts'
import { reversalView } from './reversal-views.ts'

/** An account of a customer, with its balances. For a LOAN `ledgerBalance` is what is owed, `availableBalance` what may still be drawn. */
export const accountView = z.object({
  id,
  accountNumber: z.string(),
  accountType: customerAccountType,
  currency,
  status: accountStatus,
  customerId: id,
  customerName: z.string(),
  ledgerBalance: balanceText,
  availableBalance: balanceText,
  minimumBalance: balanceText,
  /** Agreed overdraft of a CURRENT account, agreed principal of a LOAN. */
  agreedLimit: balanceText,
  /** The sum of what is held: it stands in the ledger balance and cannot be drawn. */
  held: balanceText,
  openedAt: isoTime,
})
export type AccountView = z.infer<typeof accountView>

export const statementLine = z.object({
  entryId: id,
  transactionId: id,
  reference: z.string(),
  businessDate: isoDate,
  /** From which it counts, for interest. */
  valueDate: isoDate,
  postedAt: isoTime,
  transactionType,
  description: z.string().nullable(),
  side,
  amount: balanceText,
  balanceAfter: balanceText,
  /** Of whoever made this leg: a fee beside a teller's posting is the system's. */
  actor: actorKind,
  reversal: reversalView.nullable(),
})
export type StatementLine = z.infer<typeof statementLine>

/**
 * What the lines of a period, or those that were found, come to. The balances before and after are of a period alone: null where a
 * text was looked for.
 */
const statementTotals = z.object({
  count: z.number().int(),
  debits: balanceText,
  credits: balanceText,
  opening: balanceText.nullable(),
  closing: balanceText.nullable(),
})
export type StatementTotals = z.infer<typeof statementTotals>

/** Business dates, both included; null leaves that end open. */
const period = { from: isoDate.nullable().default(null), to: isoDate.nullable().default(null) }

const READERS = ['TELLER', 'SUPERVISOR', 'AUDITOR'] as const

export const accounts = {
  'accounts.open': command({
    input: z.object({
      id,
      customerId: id,
      accountType: customerAccountType,
      currency,
      /** Overdraft or principal. It is proposed: until a second person approves it, the account has none. */
      agreedLimit: amountText.nullable(),
      /** Null: the standard product of the kind and currency. */
      productId: id.nullable().default(null),
    }),
    output: z.object({ id, accountNumber: z.string() }),
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [
      'CUSTOMER_BLOCKED',
      'CUSTOMER_NOT_FOUND',
      'CUSTOMER_NOT_ACTIVE',
      'KYC_EXPIRED',
      'KYC_NOT_APPROVED',
      'PRODUCT_NOT_FOUND',
      'CURRENCY_NOT_SUPPORTED',
      'LIMIT_NOT_POSSIBLE',
      'OTHER_BRANCH',
      'AMOUNT_NOT_A_NUMBER',
      'AMOUNT_NEGATIVE',
      'AMOUNT_TOO_PRECISE',
      'AMOUNT_TOO_LARGE',
      'KEY_REUSED',
    ],
  }),
  /** Puts another overdraft or principal before a second person. */
  'accounts.proposeLimit': command({
    input: z.object({ key: idempotencyKey, accountId: id, currency, agreedLimit: amountText.min(1) }),
    output: nothing,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [
      'ACCOUNT_NOT_FOUND',
      'ACCOUNT_CLOSED',
      'OTHER_BRANCH',
      'CURRENCY_NOT_SUPPORTED',
      'LIMIT_NOT_POSSIBLE',
      'LIMIT_UNCHANGED',
      'LIMIT_WAITS',
      'AMOUNT_NOT_A_NUMBER',
      'AMOUNT_NEGATIVE',
      'AMOUNT_TOO_PRECISE',
      'AMOUNT_TOO_LARGE',
      'KEY_REUSED',
    ],
  }),
  'accounts.find': query({
    input: z.object({ accountNumber: line.trim().max(30) }),
    output: accountView,
    roles: READERS,
    errors: ['ACCOUNT_NUMBER_INVALID', 'ACCOUNT_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  'accounts.freeze': command({
    input: z.object({ accountId: id, reason: text(500) }),
    output: nothing,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: ['ACCOUNT_NOT_FOUND', 'ACCOUNT_FROZEN', 'ACCOUNT_CLOSED', 'OTHER_BRANCH'],
  }),
  'accounts.unfreeze': command({
    input: z.object({ accountId: id, reason: text(500) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['ACCOUNT_NOT_FOUND', 'ACCOUNT_NOT_FROZEN', 'ACCOUNT_CLOSED', 'OTHER_BRANCH'],
  }),
  'accounts.close': command({
    input: z.object({ accountId: id, reason: text(500) }),
    output: nothing,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [
      'ACCOUNT_NOT_FOUND',
      'ACCOUNT_FROZEN',
      'ACCOUNT_CLOSED',
      'ACCOUNT_HAS_HOLDS',
      'INTEREST_NOT_SETTLED',
      'BALANCE_NOT_ZERO',
      'OTHER_BRANCH',
    ],
  }),
  /** Puts the end of an account's dormancy before a second person. */
  'accounts.reactivate': reactivation,
  'accounts.readClosing': query({
    input: z.object({ accountId: id }),
    output: closingView,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: ['ACCOUNT_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** Posts the interest that has accrued up to yesterday, as the system's. Asked again, nothing is left to post. */
  'accounts.settleInterest': beforeClosing,
  /** Makes the minimum of an account available until the day ends, so that it can be paid out before the account is closed. */
  'accounts.releaseMinimum': beforeClosing,
  /** The holds of an account, those that hold first, then the latest that were released. */
  'accounts.listHolds': query({
    input: z.object({ accountId: id }),
    output: z.object({ holds: z.array(holdView) }),
    roles: READERS,
    errors: ['ACCOUNT_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** Holds an amount, no more than could be drawn, up to the closing of a day or without an end. */
  'accounts.placeHold': command({
    input: placedHold,
    output: nothing,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: HOLD_ERRORS,
  }),
  'accounts.releaseHold': command({
    input: z.object({ holdId: id, reason: text(200) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['HOLD_NOT_FOUND', 'HOLD_RELEASED', 'OTHER_BRANCH'],
  }),
  /**
   * Newest first; `before` is the cursor of the previous page. The first page of a period has totals, and so has that of a text which is
   * looked for in a short account. In a long one a page looks at so many entries: it may be short, and `next` says where it ended.
   */
  'accounts.statement': query({
    input: z.object({
      accountId: id,
      before: z
        .string()
        .regex(/^\d{1,18}$/)
        .nullable(),
      limit: pageSize,
      ...period,
      /** Lines that contain it in their reference, type, description or amount; an amount as plain decimal text. */
      find: searchText.nullable().default(null),
    }),
    output: z.object({
      account: accountView,
      lines: z.array(statementLine),
      next: z.string().nullable(),
      totals: statementTotals.nullable(),
    }),
    roles: READERS,
    errors: ['ACCOUNT_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  /** What stood on an account at the end of a date: by the dates on which entries were recorded, and by those from which they count. */
  'accounts.balanceOn': query({
    input: z.object({ accountId: id, date: isoDate }),
    output: z.object({ recorded: balanceText, byValue: balanceText }),
    roles: READERS,
    errors: ['ACCOUNT_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  'accounts.exportStatement': query({
    large: WORK,
    input: z.object({
      work: work.optional(),
      accountId: id,
      /** CAMT is ISO 20022's bank statement, camt.053.001.08. */
      format: z.enum(['PDF', 'CSV', 'CAMT']),
      from: isoDate.nullable(),
      to: isoDate.nullable(),
    }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), content: bytes }),
    roles: READERS,
    errors: ['ACCOUNT_NOT_FOUND', 'OTHER_BRANCH', 'STATEMENT_TOO_LONG'],
  }),
}
