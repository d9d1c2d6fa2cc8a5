import { z } from 'zod'
import { APPROVAL_KINDS } from '../rules/approval-kinds.ts'
import { passwordHalf } from '../rules/temporary-password.ts'
import { command, query } from './define.ts'
import { amountText, id, isoTime, line, nothing, text } from './fields.ts'
import { password } from './sessions.ts'

const approvalStatus = z.enum(['PENDING', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'FAILED'])

/** Why what was approved could not be done: a code of shared/errors.ts and its facts. */
const failure = z.object({ code: z.string(), details: z.record(z.string(), z.json()) })

const approvalRow = z.object({
  id,
  kind: z.enum(APPROVAL_KINDS),
  /** A name of the case, such as the person's. */
  subject: z.string().nullable(),
  subjectType: z.string(),
  subjectId: id,
  status: approvalStatus,
  proposedBy: z.string(),
  proposedAt: isoTime,
  /** Null while it waits, and when it lapsed. */
  decidedBy: z.string().nullable(),
  /** At whose workstation the decider signed, if it was not at the own one. */
  decidedBeside: z.string().nullable(),
  decidedAt: isoTime.nullable(),
  reason: z.string().nullable(),
  failure: failure.nullable(),
  /** The caller proposed it, and may take it back. */
  own: z.boolean(),
  /** The caller may decide it: neither its proposer nor the person whom it concerns, and of a role that decides this kind. */
  mayDecide: z.boolean(),
})
export type ApprovalRow = z.infer<typeof approvalRow>

const outcome = z.object({ status: approvalStatus, failure: failure.nullable() })
export type ApprovalOutcome = z.infer<typeof outcome>

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
export type ApprovalFacts = z.infer<typeof facts>

const approvalView = approvalRow.extend({
  /** What is to be decided, as it is now; of a decided one, as it was shown to whoever decided. */
  facts,
  /** The same as it was when it was proposed. */
  before: facts,
  /** The names of the facts that are not what they were. */
  changed: z.array(z.string()),
  /** Binds the approval to what was shown, in hexadecimal. */
  hash: z.string(),
  /** The approver gives the second half of a temporary password. */
  needsPassword: z.boolean(),
  /** The approver counts the cash without having seen what the proposer counted. */
  needsCount: z.boolean(),
  /** The approver says why. */
  needsReason: z.boolean(),
  /** Of the posting that it became; null where there is none. */
  reference: z.string().nullable(),
  /** Who may decide it while it waits. */
  deciders: z.array(z.object({ username: z.string(), fullName: z.string(), givesCode: z.boolean() })),
})
export type ApprovalView = z.infer<typeof approvalView>

const READERS = ['TELLER', 'SUPERVISOR', 'ADMIN', 'AUDITOR'] as const
const DECIDERS = ['TELLER', 'SUPERVISOR', 'ADMIN'] as const
const COUNTED_ERRORS = [
  'AMOUNT_NOT_A_NUMBER',
  'AMOUNT_NEGATIVE',
  'AMOUNT_TOO_PRECISE',
  'AMOUNT_TOO_LARGE',
] as const
/** A correction and a withdrawal wait on when one of these keeps them from being done. */
const NOT_YET = ['DOCUMENT_NOT_APPROVED', 'NOT_SHOWN', 'DAY_HAS_POSTINGS', 'TILLS_STILL_OPEN'] as const
const UNDECIDABLE = [
  'APPROVAL_NOT_FOUND',
  'OTHER_BRANCH',
  'ALREADY_DECIDED',
  'OWN_PROPOSAL',
  'OWN_CASE',
  'NOT_TWO_PEOPLE',
] as const

const decision = z.object({
  approvalId: id,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  passwordHalf: passwordHalf.nullable(),
  counted: amountText.optional(),
  reason: text(500).optional(),
})
export type ApprovalDecision = z.infer<typeof decision>

export const approvals = {
  /** What waits for a second person, longest wait first; or what was decided, the latest first. */
  'approvals.list': query({
    input: z.object({ waiting: z.boolean() }),
    output: z.object({ approvals: z.array(approvalRow) }),
    roles: READERS,
    errors: [],
  }),
  'approvals.read': query({
    input: z.object({ approvalId: id }),
    output: approvalView,
    roles: READERS,
    errors: ['APPROVAL_NOT_FOUND'],
  }),
  /** Approves what was shown, and does it; `counted` is what the caller counted, and `reason` why, where the kind needs that. FAILED says that it could not be done any more, and why; both are final. */
  'approvals.approve': command({
    input: decision,
    output: outcome,
    roles: DECIDERS,
    errors: [
      ...UNDECIDABLE,
      ...COUNTED_ERRORS,
      'PROPOSER_MAY_NO_MORE',
      'CHANGED_MEANWHILE',
      'PASSWORD_HALF_MISSING',
      'COUNT_MISSING',
      'COUNT_LOCKED',
      ...NOT_YET,
      'REASON_MISSING',
    ],
  }),
  'approvals.decline': command({
    input: z.object({ approvalId: id, reason: text(500) }),
    output: nothing,
    roles: DECIDERS,
    errors: UNDECIDABLE,
  }),
  /**
   * The decision of somebody who stands beside the person signed in, by that one's own user name and password: with a reason it is
   * declined. No session begins or ends.
   */
  'approvals.decideBeside': command({
    input: z.object({
      approvalId: id,
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      username: line.max(50),
      password,
      /** Of somebody who has a second factor. */
      code: line.max(40).nullable(),
      reason: text(500).nullable(),
    }),
    output: outcome,
    roles: DECIDERS,
    errors: [
      'SIGN_IN_REFUSED',
      ...UNDECIDABLE,
      'PROPOSER_MAY_NO_MORE',
      'CHANGED_MEANWHILE',
      'PASSWORD_HALF_MISSING',
      'COUNT_MISSING',
      'REASON_MISSING',
      ...NOT_YET,
    ],
  }),
  /** Takes one's own proposal back. */
  'approvals.withdraw': command({
    input: z.object({ approvalId: id }),
    output: nothing,
    roles: DECIDERS,
    errors: ['APPROVAL_NOT_FOUND', 'OTHER_BRANCH', 'ALREADY_DECIDED'],
  }),
}
