import { z } from 'zod'
import { query } from './define.ts'
import {
  actor,
  actorKind,
  balanceText,
  currency,
  id,
  isoDate,
  isoTime,
  nothing,
  pageSize,
  searchText,
  transactionStatus,
  transactionType,
} from './fields.ts'
import { postingReference } from './postings.ts'
import { reversalView } from './reversal-views.ts'

/** As the database stamps it. */
export const customerNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^C-?\d{1,18}$/)

const plainAmount = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/)

/** What a posting is looked up by; null does not narrow. Amounts and dates are included at both ends. */
const find = z.object({
  reference: postingReference.nullable().default(null),
  accountNumber: z
    .string()
    .regex(/^\d{10}$/)
    .nullable()
    .default(null),
  customerId: id.nullable().default(null),
  customerNumber: customerNumber.nullable().default(null),
  userId: id.nullable().default(null),
  /** The beginning of a name, or a user name. */
  person: searchText.nullable().default(null),
  tillId: id.nullable().default(null),
  tillSessionId: id.nullable().default(null),
  type: transactionType.nullable().default(null),
  status: transactionStatus.nullable().default(null),
  actor: actorKind.nullable().default(null),
  least: plainAmount.nullable().default(null),
  most: plainAmount.nullable().default(null),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
})
export type JournalFind = z.infer<typeof find>

const party = z.object({
  /** A till's name, or the kind of account. */
  label: z.string(),
  accountNumber: z.string(),
  holder: z.string().nullable(),
})
export type JournalParty = z.infer<typeof party>

const journalRow = z.object({
  id,
  reference: z.string(),
  businessDate: isoDate,
  postedAt: isoTime,
  transactionType,
  status: transactionStatus,
  amount: balanceText,
  currency,
  description: z.string().nullable(),
  debit: party.nullable(),
  credit: party.nullable(),
  actor,
  branchName: z.string(),
  reversal: reversalView.nullable(),
})
export type JournalRow = z.infer<typeof journalRow>

const sum = z.object({ currency, count: z.number().int(), amount: balanceText })

const tillSession = z.object({
  id,
  till: z.string(),
  holder: z.string(),
  businessDate: isoDate,
  openedAt: isoTime,
  /** Null while it is held; so are the figures of the count. */
  closedAt: isoTime.nullable(),
  closedBy: z.string().nullable(),
  float: balanceText,
  expected: balanceText.nullable(),
  counted: balanceText.nullable(),
  variance: balanceText.nullable(),
  currency,
  mine: z.boolean(),
})
export type TillSession = z.infer<typeof tillSession>

const trailEvent = z.object({
  id,
  at: isoTime,
  action: z.string(),
  person: z.string().nullable(),
  workstation: z.string(),
  build: z.string(),
})
export type TrailEvent = z.infer<typeof trailEvent>

const page = z.object({ rows: z.array(journalRow), next: id.nullable() })
export type JournalPage = z.infer<typeof page>

const total = z.object({
  count: z.number().int(),
  /** There are more than were counted. */
  more: z.boolean(),
  /** Null while the caller holds a till that is not counted, and where there are too many. */
  sums: z.array(sum).nullable(),
})
export type JournalTotal = z.infer<typeof total>

const trail = z.object({ events: z.array(trailEvent) })
export type Trail = z.infer<typeof trail>

const NOT_FOUND = ['ACCOUNT_NOT_FOUND', 'CUSTOMER_NOT_FOUND', 'TILL_NOT_FOUND'] as const

const READERS = ['TELLER', 'SUPERVISOR', 'AUDITOR'] as const

export const journal = {
  /** Postings, newest first: a teller's own, a supervisor's branch, an auditor's all. `before` is the last one of the page before. */
  'journal.list': query({
    input: find.extend({ before: id.nullable().default(null), limit: pageSize }),
    output: page,
    roles: READERS,
    errors: NOT_FOUND,
  }),
  /** How many there are and what they come to. */
  'journal.total': query({
    input: find,
    output: total,
    roles: READERS,
    errors: NOT_FOUND,
  }),
  /** What the audit log knows of a posting. */
  'journal.trail': query({
    input: z.object({ transactionId: id }),
    output: trail,
    roles: READERS,
    errors: ['OTHER_BRANCH', 'TRANSACTION_NOT_FOUND'],
  }),
  /** Who held which till, newest first. */
  'journal.listTillSessions': query({
    input: nothing,
    output: z.object({ sessions: z.array(tillSession) }),
    roles: READERS,
    errors: [],
  }),
}
