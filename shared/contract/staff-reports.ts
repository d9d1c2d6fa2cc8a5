import { z } from 'zod'
import { bytes, id, isoTime, partyStatus, role, textOrNull } from './fields.ts'
import { limitedType } from './limits.ts'

/** What became of a member of the staff. MOVED: to another branch, perhaps with another role. RETURNED: let in again. */
export const STAFF_CHANGES = ['JOINED', 'ROLE', 'MOVED', 'SUSPENDED', 'RETURNED', 'LEFT'] as const

/** One change of one person, as the audit log has it. */
export const staffChange = z.object({
  id,
  at: isoTime,
  what: z.enum(STAFF_CHANGES),
  userId: id,
  fullName: z.string(),
  username: z.string(),
  role,
  /** Null where it stayed. */
  roleBefore: role.nullable(),
  branch: z.string(),
  branchBefore: textOrNull,
  /** Who did it, or proposed it where it took two; null of the first administrator, whom nobody made. */
  by: textOrNull,
  /** Null of what one person may do alone. */
  approvedBy: textOrNull,
  proposedAt: isoTime.nullable(),
})
export type StaffChange = z.infer<typeof staffChange>

/** What one person of the role posts alone; above it a second person approves. */
const ownLimit = z.object({
  transactionType: limitedType,
  currency: z.string(),
  perPosting: z.string(),
  perDay: z.string(),
})

/** What somebody has access to. */
export const access = z.object({
  id,
  fullName: z.string(),
  username: z.string(),
  email: z.string(),
  role,
  branch: z.string(),
  status: partyStatus,
  joinedAt: isoTime,
  /** Decides what others propose, or makes users. */
  decides: z.boolean(),
  limits: z.array(ownLimit),
  temporaryPassword: z.boolean(),
  /** MISSING: the role needs one, and the person sets it up at the next sign-in. */
  secondFactor: z.enum(['SET', 'MISSING', 'NONE']),
  lastSignIn: isoTime.nullable(),
  lastUse: isoTime.nullable(),
  /** Open now. */
  sessions: z.number().int(),
  /** Where the person signed in within ninety days. */
  workstations: z.array(z.string()),
})
export type Access = z.infer<typeof access>

/** The moment for which it holds, and everybody. */
export const accessReview = z.object({ at: isoTime, people: z.array(access) })
export type AccessReview = z.infer<typeof accessReview>

export const savedFile = z.object({ fileName: z.string(), mediaType: z.string(), content: bytes })
