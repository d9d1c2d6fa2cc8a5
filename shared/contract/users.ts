import { z } from 'zod'
import { USER_CHANGES } from '../rules/approval-kinds.ts'
import { passwordHalf } from '../rules/temporary-password.ts'
import { command, query } from './define.ts'
import {
  email,
  id,
  idempotencyKey,
  isoDate,
  isoTime,
  nameText,
  nothing,
  partyStatus,
  role,
  username,
} from './fields.ts'
import { password } from './sessions.ts'
import { accessReview, savedFile, staffChange } from './staff-reports.ts'

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
  /** Gives a code after the password. */
  hasCode: z.boolean(),
  /** Signed in now, at the workstation of the last sign-in; `usedAt` is when the window was last open and not locked. */
  session: z.object({ since: isoTime, usedAt: isoTime.nullable() }).nullable(),
  /** Where they go back to who work at the branch for a time, and when; null of whose branch it is. */
  assigned: z.object({ homeBranch: z.string(), until: isoTime }).nullable(),
  /** Twenty wrong codes in a day lock the codes of a user everywhere, until then or until an administrator ends it. */
  codesLockedUntil: isoTime.nullable(),
  /** Five wrong passwords lock a user at that workstation until then. */
  locked: z.object({ until: isoTime, workstation: z.string() }).nullable(),
})
export type UserRow = z.infer<typeof userRow>

export const users = {
  'users.list': query({
    input: nothing,
    output: z.object({
      users: z.array(userRow),
      /**
       * The second user of the caller's branch who ever was supervisor or administrator. While there is none, one person makes that
       * one alone, and gives them a temporary password until they have signed in.
       */
      secondPerson: id.nullable(),
      /** Somebody else of the bank has power: then nobody is made, or let in again, by one person. */
      others: z.boolean(),
      /** Of the caller's branch: the roles of which nobody works without a second factor. */
      codeRoles: z.array(role),
      /** The branches of the bank, for where somebody is to work. */
      branches: z.array(z.object({ id, name: z.string() })),
    }),
    roles: ['ADMIN', 'AUDITOR'],
    errors: [],
  }),
  /** Who joined, moved and left in a period, newest first. Days of the branch, both included. */
  'users.listChanges': query({
    input: z.object({ from: isoDate, to: isoDate }),
    output: z.object({ changes: z.array(staffChange) }),
    roles: ['ADMIN', 'AUDITOR'],
    errors: [],
  }),
  /** The same as a file, which is on record. */
  'users.exportChanges': query({
    input: z.object({ from: isoDate, to: isoDate }),
    output: savedFile,
    roles: ['ADMIN', 'AUDITOR'],
    errors: [],
  }),
  /** Who has access to what at this moment. */
  'users.review': query({ input: nothing, output: accessReview, roles: ['ADMIN', 'AUDITOR'], errors: [] }),
  'users.exportReview': query({ input: nothing, output: savedFile, roles: ['ADMIN', 'AUDITOR'], errors: [] }),
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
    errors: [
      'SECOND_PERSON_NEEDED',
      'USERNAME_TAKEN',
      'EMAIL_TAKEN',
      'KEY_REUSED',
      'PASSWORD_TOO_SHORT',
      'PASSWORD_TOO_LONG',
    ],
  }),
  /** Somebody whose role changes is signed out. */
  'users.update': command({
    input: z.object({ userId: id, fullName, email, role }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['USER_NOT_FOUND', 'OTHER_BRANCH', 'OWN_ROLE', 'EMAIL_TAKEN', 'SECOND_PERSON_NEEDED'],
  }),
  /** Ends a lock-out; the password stays. */
  'users.unlock': command({
    input: z.object({ userId: id }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['USER_NOT_FOUND', 'OTHER_BRANCH', 'SECOND_PERSON_NEEDED'],
  }),
  'users.setStatus': command({
    input: z.object({ userId: id, status: partyStatus }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['USER_NOT_FOUND', 'OTHER_BRANCH', 'OWN_USER', 'SECOND_PERSON_NEEDED'],
  }),
  /** Signs somebody out wherever they are signed in. */
  'users.endSessions': command({
    input: z.object({ userId: id }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['USER_NOT_FOUND', 'OTHER_BRANCH', 'OWN_USER'],
  }),
  /** Sets a temporary password, which the user has to change at the next sign-in, and ends a lock-out. */
  'users.resetPassword': command({
    input: z.object({ userId: id, temporaryPassword: password }),
    output: nothing,
    roles: ['ADMIN'],
    errors: [
      'USER_NOT_FOUND',
      'OTHER_BRANCH',
      'OWN_USER',
      'SECOND_PERSON_NEEDED',
      'PASSWORD_TOO_SHORT',
      'PASSWORD_TOO_LONG',
    ],
  }),
  /**
   * Puts before a second person what one alone may not do to a user with power. `userId` is of the user, or for the one to be made.
   * Whoever gets power or is let in again gets a temporary password of two halves, of which this is the first.
   */
  'users.propose': command({
    input: z
      .object({
        key: idempotencyKey,
        kind: z.enum(USER_CHANGES),
        userId: id,
        person: z.object({ username, fullName, email }).nullable(),
        role: role.nullable(),
        passwordHalf: passwordHalf.nullable(),
      })
      .refine(({ kind, person }) => (kind === 'USER_CREATE') === (person !== null), 'Who the new user is')
      .refine(
        (input) => (input.kind === 'USER_CREATE' || input.kind === 'USER_ROLE') === (input.role !== null),
        'Which role',
      ),
    output: nothing,
    roles: ['ADMIN'],
    errors: [
      'USER_NOT_FOUND',
      'OTHER_BRANCH',
      'OWN_ROLE',
      'OWN_USER',
      'USERNAME_TAKEN',
      'EMAIL_TAKEN',
      'KEY_REUSED',
      'PASSWORD_HALF_MISSING',
      'SECOND_FACTOR_MISSING',
    ],
  }),
  /** Proposes that somebody works at another branch, for good or to the end of a day: that branch decides it. They are signed out by it. */
  'users.proposeBranch': command({
    input: z.object({ key: idempotencyKey, userId: id, branchId: id, until: isoDate.nullable() }),
    output: nothing,
    roles: ['ADMIN'],
    errors: [
      'USER_NOT_FOUND',
      'OTHER_BRANCH',
      'OWN_USER',
      'BRANCH_UNCHANGED',
      'BRANCH_CLOSED',
      'ASSIGNMENT_DATES',
      'KEY_REUSED',
    ],
  }),
  /** Puts before a second person which roles need a second factor: from the next sign-in of each on. */
  'users.proposeCodeRoles': command({
    input: z.object({ key: idempotencyKey, roles: z.array(role).max(5) }),
    output: nothing,
    roles: ['ADMIN'],
    errors: ['KEY_REUSED'],
  }),
}
