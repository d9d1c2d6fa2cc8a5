import { z } from 'zod'
import { command, query } from './define.ts'
import { enrolmentCode } from './database.ts'
import { id, idempotencyKey, isoTime, nothing, text } from './fields.ts'

/** BY_SERVER: whoever looks after the server made its login, and no code did. REPLACED: the same computer was enrolled anew. */
export const workstationStatus = z.enum(['ACTIVE', 'REVOKED', 'REPLACED', 'BY_SERVER'])

const workstationRow = z.object({
  /** Null of one that no code made. */
  id: id.nullable(),
  login: z.string(),
  computer: z.string(),
  branch: z.string().nullable(),
  status: workstationStatus,
  enrolledAt: isoTime.nullable(),
  /** When its login got its present password. */
  rotatedAt: isoTime.nullable(),
  endedAt: isoTime.nullable(),
  endedBy: z.string().nullable(),
  /** When it opened the database last, by which build, from which address; null before it ever did. */
  seenAt: isoTime.nullable(),
  build: z.string().nullable(),
  address: z.string().nullable(),
  /** Now. */
  connected: z.boolean(),
  /** The one that asks. */
  own: z.boolean(),
})
export type WorkstationRow = z.infer<typeof workstationRow>

const openCode = z.object({
  id,
  computer: z.string(),
  expiresAt: isoTime,
  /** The branch that it is for; null of the caller's. */
  forBranch: z.string().nullable(),
})
export type OpenCode = z.infer<typeof openCode>

const refusedCode = z.object({
  id,
  at: isoTime,
  computer: z.string(),
  address: z.string(),
  verdict: z.enum(['WRONG', 'USED', 'EXPIRED', 'OTHER_COMPUTER', 'TAKEN', 'TOO_OFTEN']),
  /** Which computer the code is for, if it is one. */
  expected: z.string().nullable(),
})
export type RefusedCode = z.infer<typeof refusedCode>

const workstationList = z.object({
  workstations: z.array(workstationRow),
  codes: z.array(openCode),
  refused: z.array(refusedCode),
})
export type WorkstationList = z.infer<typeof workstationList>

/** Whether this computer's window is left out of pictures, recordings and shared screens; `isSupported` by its system. */
const contentProtection = z.object({
  isOn: z.boolean(),
  isSetByPolicy: z.boolean(),
  isSupported: z.boolean(),
})
export type ContentProtection = z.infer<typeof contentProtection>

/** No code is good for longer than a day. */
export const MOST_HOURS = 24

export const workstations = {
  /** The workstations of the branch, the codes that nobody has used yet, and what was refused in the last week. */
  'workstations.list': query({
    input: nothing,
    output: workstationList,
    roles: ['ADMIN', 'AUDITOR'],
    errors: [],
  }),
  /** Puts a code before a second person: from the approval on it enrols the computer of that name, once. The window makes it; the server gets its hash. */
  'workstations.proposeCode': command({
    input: z.object({
      key: idempotencyKey,
      computer: text(100),
      hours: z.number().int().min(1).max(MOST_HOURS),
      code: enrolmentCode,
      /** Another branch, which has not two people for it yet; null for the caller's. */
      branchId: id.nullable().default(null),
    }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['BRANCH_NOT_FOUND', 'BRANCH_CLOSED', 'OTHER_BRANCH', 'COMPUTER_TAKEN', 'KEY_REUSED'],
  }),
  /** Takes a code back that nobody has used. */
  'workstations.cancelCode': command({
    input: z.object({ codeId: id }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['CODE_NOT_OPEN', 'OTHER_BRANCH'],
  }),
  'workstations.readProtection': query({
    input: nothing,
    output: contentProtection,
    roles: ['ADMIN', 'AUDITOR'],
    errors: [],
  }),
  /** For this computer alone. */
  'workstations.setProtection': command({
    input: z.object({ isOn: z.boolean() }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['SET_BY_BANK'],
  }),
  /** Closes the login of a workstation, ends its sessions and its connections. Only a new code lets the computer in again. */
  'workstations.revoke': command({
    input: z.object({ workstationId: id }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['WORKSTATION_NOT_FOUND', 'OTHER_BRANCH', 'OWN_WORKSTATION'],
  }),
}
