import { z } from 'zod'
import { command, query } from './define.ts'
import { email, id, isoTime, nameText, nothing, partyStatus, role, username } from './fields.ts'
import { password } from './sessions.ts'

const fullName = nameText(100)

const userRow = z.object({
  id,
  username: z.string(),
  fullName: z.string(),
  email: z.string(),
  role,
  status: partyStatus,
  mustChangePassword: z.boolean(),
  createdAt: isoTime,
  branchName: z.string(),
  /** Whether an administrator who asks may change this user: staff is managed at its own branch. */
  ownBranch: z.boolean(),
  /** The last sign-in and the workstation's login; null before the first. */
  lastSignIn: z.object({ at: isoTime, workstation: z.string() }).nullable(),
  /** Five wrong passwords lock a user at that workstation until then. */
  locked: z.object({ until: isoTime, workstation: z.string() }).nullable(),
})
export type UserRow = z.infer<typeof userRow>

export const users = {
  'users.list': query({
    input: nothing,
    output: z.object({ users: z.array(userRow) }),
    roles: ['ADMIN', 'AUDITOR'],
    errors: [],
  }),
  'users.create': command({
    input: z.object({
      id,
      username,
      fullName,
      email,
      role,
      temporaryPassword: password,
    }),
    output: z.object({ id }),
    roles: ['ADMIN'],
    errors: ['USERNAME_TAKEN', 'EMAIL_TAKEN', 'KEY_REUSED', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG'],
  }),
  /** Somebody whose role changes is signed out. */
  'users.update': command({
    input: z.object({ userId: id, fullName, email, role }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['USER_NOT_FOUND', 'OTHER_BRANCH', 'OWN_ROLE', 'EMAIL_TAKEN'],
  }),
  /** Ends a lock-out; the password stays. */
  'users.unlock': command({
    input: z.object({ userId: id }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['USER_NOT_FOUND', 'OTHER_BRANCH'],
  }),
  'users.setStatus': command({
    input: z.object({ userId: id, status: partyStatus }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['USER_NOT_FOUND', 'OTHER_BRANCH', 'OWN_USER'],
  }),
  /** Sets a temporary password, which the user has to change at the next sign-in, and ends a lock-out. */
  'users.resetPassword': command({
    input: z.object({ userId: id, temporaryPassword: password }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['USER_NOT_FOUND', 'OTHER_BRANCH', 'OWN_USER', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG'],
  }),
}
