import { z } from 'zod'
import { isTimeZone } from '../rules/time-zone.ts'
import { command, query } from './define.ts'
import {
  balanceText,
  currency,
  id,
  idempotencyKey,
  isoDate,
  isoTime,
  nothing,
  optionalText,
  text,
  textOrNull,
} from './fields.ts'

/** What a branch still needs before it works by itself. SECOND_PERSON: somebody else who decides. */
const lackingInBranch = z.enum(['ADMINISTRATOR', 'SECOND_PERSON', 'SUPERVISOR', 'TELLER', 'WORKSTATION'])

/** What keeps a branch from being closed. CODES: that enrol a computer; DAY: an open one, on which something was posted. */
export const LEFT_IN_BRANCH = [
  'STAFF',
  'WORKSTATIONS',
  'CODES',
  'TILLS',
  'CASH',
  'SUSPENSE',
  'ACCOUNTS',
  'CUSTOMERS',
  'DAY',
  'JOB',
] as const

const branchRow = z.object({
  id,
  name: z.string(),
  /** What the bank calls it in lists. */
  code: z.string(),
  /** As papers print it. */
  address: textOrNull,
  timeZone: z.string(),
  currency,
  isOwn: z.boolean(),
  openedAt: isoTime,
  /** Null while it works. */
  closedAt: isoTime.nullable(),
  /** The last one that stands, open or not; null where none was opened yet. */
  businessDate: isoDate.nullable(),
  dayOpen: z.boolean(),
  staff: z.number().int(),
  workstations: z.number().int(),
  tills: z.number().int(),
  /** In vault and tills; null for whom it is not. */
  cash: balanceText.nullable(),
  lacks: z.array(lackingInBranch),
  left: z.array(z.enum(LEFT_IN_BRANCH)),
  /** The caller may propose another name of it. */
  mayChange: z.boolean(),
  /** The caller may propose a code for a computer of it: of the own branch, or of one that has not two people for it yet. */
  mayMint: z.boolean(),
})
export type BranchRow = z.infer<typeof branchRow>

/** Letters and digits, in capitals. */
const branchCode = text(10)
  .transform((typed) => typed.toUpperCase())
  .refine((code) => /^[A-Z0-9]+$/.test(code), 'Letters and digits')

/** What a branch is called. */
const names = { name: text(100), code: branchCode, address: optionalText(200) }
const NAME_ERRORS = ['NAME_MIXES_ALPHABETS', 'BRANCH_NAME_TAKEN', 'BRANCH_CODE_TAKEN', 'KEY_REUSED'] as const

/** The branches of the bank as a whole; the day of one is in branches.ts. */
export const bankBranches = {
  'branches.list': query({
    input: nothing,
    output: z.object({ branches: z.array(branchRow) }),
    roles: ['ADMIN', 'AUDITOR'],
    errors: [],
  }),
  /** Puts a further branch before another administrator. It begins as the caller's works; nobody works there at first. */
  'branches.propose': command({
    input: z.object({
      key: idempotencyKey,
      ...names,
      timeZone: text(64).refine(isTimeZone, 'A time zone of the IANA database'),
      tills: z.number().int().min(1).max(50),
    }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['TIME_ZONE_UNKNOWN', ...NAME_ERRORS],
  }),
  /** Puts another name, code or address before a second person: of the own branch, or of one at which nobody decides. */
  'branches.proposeChange': command({
    input: z.object({ key: idempotencyKey, branchId: id, ...names }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['BRANCH_NOT_FOUND', 'BRANCH_CLOSED', 'OTHER_BRANCH', ...NAME_ERRORS],
  }),
  /** Puts the closing of a branch in which nothing is left before a second person. It is for good. */
  'branches.proposeClosing': command({
    input: z.object({ key: idempotencyKey, branchId: id }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['BRANCH_NOT_FOUND', 'BRANCH_CLOSED', 'BRANCH_NOT_EMPTY', 'KEY_REUSED'],
  }),
}
