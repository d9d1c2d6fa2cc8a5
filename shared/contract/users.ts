import { z } from 'zod'
import { command, query } from './define.ts'
import { email, id, isoTime, nameText, nothing, partyStatus, role, username } from './fields.ts'
import { password } from './sessions.ts'

const userRow = z.object({
  id,
  username: z.string(),
  fullName: z.string(),
  email: z.string(),
  role,
  status: partyStatus,
  mustChangePassword: z.boolean(),
  createdAt: isoTime,
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
      fullName: nameText(100),
      email,
      role,
      temporaryPassword: password,
    }),
    output: z.object({ id }),
    roles: ['ADMIN'],
    errors: ['USERNAME_TAKEN', 'EMAIL_TAKEN', 'KEY_REUSED', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG'],
  }),
  'users.setStatus': command({
    input: z.object({ userId: id, status: partyStatus }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['USER_NOT_FOUND', 'OWN_USER'],
  }),
  /** Sets a temporary password, which the user has to change at the next sign-in, and ends a lock-out. */
  'users.resetPassword': command({
    input: z.object({ userId: id, temporaryPassword: password }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['USER_NOT_FOUND', 'OWN_USER', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG'],
  }),
}
