import { z } from 'zod'
import { isTimeZone } from '../rules/time-zone.ts'
import { dayProof } from './proof-views.ts'
import { command, query, WORK } from './define.ts'
import {
  amountText,
  balanceText,
  bytes,
  currency,
  email,
  id,
  idempotencyKey,
  isoDate,
  isoTime,
  nameText,
  nothing,
  numberFormat,
  pageSize,
  text,
  username,
  weekend,
  work,
} from './fields.ts'
import { password } from './sessions.ts'

/** A proposal to take back a business day, on which nothing may be posted. */
const dayWithdrawal = z.object({
  id,
  businessDate: isoDate,
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: isoTime,
  /** The caller proposed it, so somebody else has to confirm it. */
  own: z.boolean(),
})
export type DayWithdrawal = z.infer<typeof dayWithdrawal>

/** One holding of a till on a day, counted by its first person or not, or a till that nobody has held yet: without times and amounts. */
const tillOfDay = z.object({
  tillId: id,
  name: z.string(),
  holder: z.string().nullable(),
  /** Open, and the caller could count it. What it should hold is then not told, because a count is blind. */
  own: z.boolean(),
  openedAt: isoTime.nullable(),
  closedAt: isoTime.nullable(),
  closedBy: z.string().nullable(),
  float: balanceText.nullable(),
  paidIn: balanceText.nullable(),
  paidOut: balanceText.nullable(),
  expected: balanceText.nullable(),
  isCounted: z.boolean(),
  counted: balanceText.nullable(),
  /** Counted less expected: negative when the till was short. */
  difference: balanceText.nullable(),
})
export type TillOfDay = z.infer<typeof tillOfDay>

const dayStatus = z.enum(['OPEN', 'CLOSED', 'WITHDRAWN'])

const postingKind = z.enum([
  'DEPOSIT',
  'WITHDRAWAL',
  'TRANSFER',
  'FEE',
  'INTEREST',
  'TILL_CASH',
  'TILL_DIFFERENCE',
  'VAULT_CASH',
])

/** The figures of one business day. */
const dayView = z.object({
  businessDate: isoDate,
  status: dayStatus,
  currency,
  openedBy: z.string(),
  openedAt: isoTime,
  closedBy: z.string().nullable(),
  closedAt: isoTime.nullable(),
  /** What the vault held before the first posting of the day and after the last one, and what moved between. */
  vault: z.object({ before: balanceText, paidIn: balanceText, paidOut: balanceText, after: balanceText }),
  tills: z.array(tillOfDay),
  /** `total` is null for sums of cash while the caller holds a till. */
  postings: z.array(
    z.object({ kind: postingKind, currency, count: z.number().int(), total: balanceText.nullable() }),
  ),
})
export type DayView = z.infer<typeof dayView>

const dayRow = z.object({
  id,
  businessDate: isoDate,
  status: dayStatus,
  openedBy: z.string(),
  closedBy: z.string().nullable(),
  postings: z.number().int(),
  short: balanceText,
  over: balanceText,
})
export type DayRow = z.infer<typeof dayRow>

/** How a month stands: ENDED is ready to be closed. `closedBy` and `closedAt` are of the closing that it is part of. */
const monthView = z.object({
  lastDay: isoDate,
  state: z.enum(['OPEN', 'ENDED', 'CLOSED']),
  closedBy: z.string().nullable(),
  closedAt: isoTime.nullable(),
})
export type MonthView = z.infer<typeof monthView>

const WHO_READ = ['SUPERVISOR', 'AUDITOR'] as const
const DAY_STANDS = ['DAY_HAS_POSTINGS', 'TILLS_STILL_OPEN'] as const
const WHO_DECIDE = ['SUPERVISOR', 'ADMIN'] as const

export const branches = {
  /** Sets up the branch and its first administrator; only once. */
  'branches.setUp': command({
    input: z.object({
      branchName: text(100),
      currency,
      numberFormat,
      weekend,
      timeZone: text(64).refine(isTimeZone, 'A time zone of the IANA database'),
      tills: z.number().int().min(1).max(50),
      administrator: z.object({ username, fullName: nameText(100), email, password }),
    }),
    /** Whether this computer has the bank's only data: its backups are seen to next. */
    output: z.object({ isEmbedded: z.boolean() }),
    roles: 'anyone',
    errors: [
      'ALREADY_SET_UP',
      'PASSWORD_TOO_SHORT',
      'PASSWORD_TOO_LONG',
      'PASSWORD_COMMON',
      'PASSWORD_PERSONAL',
      'CURRENCY_NOT_SUPPORTED',
      'TIME_ZONE_UNKNOWN',
    ],
  }),
  /** How amounts are written, and the days of the week without work. */
  'branches.change': command({
    input: z.object({ numberFormat, weekend }),
    output: nothing,
    roles: ['ADMIN'],
    errors: [],
  }),
  /** By how much the count of a till may differ from the books without a decision. A second person approves it. */
  'branches.proposeTolerance': command({
    input: z.object({ key: idempotencyKey, tolerance: amountText }),
    output: z.object({ approvalId: id }),
    roles: ['SUPERVISOR', 'ADMIN'],
    errors: [
      'AMOUNT_NOT_A_NUMBER',
      'AMOUNT_NEGATIVE',
      'AMOUNT_TOO_PRECISE',
      'AMOUNT_TOO_LARGE',
      'KEY_REUSED',
    ],
  }),
  /** A day is at most the next working day of the branch's own calendar; it need not be today. */
  'branches.openDay': command({
    input: z.object({ businessDate: isoDate }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['BRANCH_DAY_OPEN', 'BUSINESS_DATE_NOT_LATER', 'BUSINESS_DATE_TOO_FAR', 'MONTH_CLOSED'],
  }),
  'branches.closeDay': command({
    large: WORK,
    input: z.object({ work: work.optional() }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: [
      'BRANCH_DAY_CLOSED',
      'TILLS_STILL_OPEN',
      'POSTINGS_STILL_WAIT',
      'JOB_STILL_RUNS',
      'DAY_NOT_PROVEN',
    ],
  }),
  /** What proves a day of the caller's branch: of the open one what its closing waits for, of a closed one what was kept. */
  'branches.readProof': query({
    input: z.object({ businessDate: isoDate }),
    output: dayProof,
    roles: WHO_READ,
    errors: ['DAY_NOT_FOUND'],
  }),
  /** The proof of a closed day on paper, from the second time on as a copy; or as JSON, whose SHA-256 stands on the paper. */
  'branches.exportProof': query({
    input: z.object({ businessDate: isoDate, format: z.enum(['PDF', 'JSON']) }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), content: bytes }),
    roles: WHO_READ,
    errors: ['PROOF_NOT_FOUND', 'PROOF_DAMAGED'],
  }),
  'branches.readMonth': query({
    input: z.object({ businessDate: isoDate }),
    output: monthView,
    roles: WHO_READ,
    errors: [],
  }),
  /** Closes the month of a date for the whole bank, with everything before it: nothing gets a value date in it any more. */
  'branches.closeMonth': command({
    input: z.object({ businessDate: isoDate }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['MONTH_CLOSED', 'MONTH_NOT_ENDED', 'MONTH_STILL_OPEN'],
  }),
  'branches.readDay': query({
    input: z.object({ businessDate: isoDate.nullable() }),
    output: dayView,
    roles: WHO_READ,
    errors: ['DAY_NOT_FOUND'],
  }),
  /** Days of the caller's branch, the newest first; `before` is the cursor of the previous page. */
  'branches.listDays': query({
    input: z.object({ before: isoDate.nullable(), limit: pageSize }),
    output: z.object({ days: z.array(dayRow), next: isoDate.nullable() }),
    roles: WHO_READ,
    errors: [],
  }),
  /** Proposals to take a day back that nobody has decided yet. */
  'branches.listWithdrawals': query({
    input: nothing,
    output: z.object({ withdrawals: z.array(dayWithdrawal) }),
    roles: WHO_DECIDE,
    errors: [],
  }),
  /** The first of two people takes back a day that was opened by mistake. */
  'branches.proposeWithdrawal': command({
    input: z.object({ businessDate: isoDate, reason: text(200) }),
    output: nothing,
    roles: ['SUPERVISOR'],
    errors: ['DAY_NOT_FOUND', 'WITHDRAWAL_PENDING', ...DAY_STANDS],
  }),
  /** The second one, who is somebody else. The day's row stays, as withdrawn; its date can be opened again. */
  'branches.confirmWithdrawal': command({
    input: z.object({ withdrawalId: id }),
    output: nothing,
    roles: WHO_DECIDE,
    errors: ['WITHDRAWAL_NOT_FOUND', 'OWN_PROPOSAL', 'PROPOSER_MAY_NO_MORE', ...DAY_STANDS],
  }),
  /** Takes the proposal back: the day stands. */
  'branches.dropWithdrawal': command({
    input: z.object({ withdrawalId: id }),
    output: nothing,
    roles: WHO_DECIDE,
    errors: ['WITHDRAWAL_NOT_FOUND'],
  }),
}
