import { randomUUID } from 'node:crypto'
import type { Cases } from '../contract/cases.ts'
import { newUser, PASSWORD } from '../support/users.ts'

const LONG = 'x'.repeat(73)

export const userCases = {
  'users.create': {
    USERNAME_TAKEN: ({ as }) => as('admin').ask('users.create', { ...newUser(), username: 'teller' }),
    EMAIL_TAKEN: ({ as }) => as('admin').ask('users.create', newUser({ email: 'teller@example.test' })),
    KEY_REUSED: ({ as, branch }) => as('admin').ask('users.create', newUser({ id: branch.staff.teller.id })),
    PASSWORD_TOO_SHORT: ({ as }) =>
      as('admin').ask('users.create', newUser({ temporaryPassword: 'eleven char' })),
    PASSWORD_TOO_LONG: ({ as }) => as('admin').ask('users.create', newUser({ temporaryPassword: LONG })),
  },
  'users.setStatus': {
    USER_NOT_FOUND: ({ as }) =>
      as('admin').ask('users.setStatus', { userId: randomUUID(), status: 'SUSPENDED' }),
    OWN_USER: ({ as, branch }) =>
      as('admin').ask('users.setStatus', { userId: branch.staff.admin.id, status: 'SUSPENDED' }),
  },
  'users.resetPassword': {
    USER_NOT_FOUND: ({ as }) =>
      as('admin').ask('users.resetPassword', { userId: randomUUID(), temporaryPassword: PASSWORD }),
    OWN_USER: ({ as, branch }) =>
      as('admin').ask('users.resetPassword', { userId: branch.staff.admin.id, temporaryPassword: PASSWORD }),
    PASSWORD_TOO_SHORT: ({ as, branch }) =>
      as('admin').ask('users.resetPassword', { userId: branch.staff.teller.id, temporaryPassword: 'short' }),
    PASSWORD_TOO_LONG: ({ as, branch }) =>
      as('admin').ask('users.resetPassword', { userId: branch.staff.teller.id, temporaryPassword: LONG }),
  },
} satisfies Partial<Cases>
