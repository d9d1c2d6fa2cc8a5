import { newId, PASSWORD } from '../contract/bench.ts'
import type { Cases } from '../contract/cases.ts'

const LONG = 'x'.repeat(73)
const user = () => ({
  id: newId(),
  username: `u${newId().slice(0, 8)}`,
  fullName: 'New Person',
  email: `${newId()}@example.test`,
  role: 'TELLER' as const,
  temporaryPassword: PASSWORD,
})

export const userCases = {
  'users.create': {
    USERNAME_TAKEN: ({ as }) => as('admin').ask('users.create', { ...user(), username: 'teller' }),
    EMAIL_TAKEN: ({ as }) => as('admin').ask('users.create', { ...user(), email: 'teller@example.test' }),
    KEY_REUSED: ({ as, branch }) =>
      as('admin').ask('users.create', { ...user(), id: branch.staff.teller.id }),
    PASSWORD_TOO_SHORT: ({ as }) =>
      as('admin').ask('users.create', { ...user(), temporaryPassword: 'eleven char' }),
    PASSWORD_TOO_LONG: ({ as }) => as('admin').ask('users.create', { ...user(), temporaryPassword: LONG }),
  },
  'users.setStatus': {
    USER_NOT_FOUND: ({ as }) => as('admin').ask('users.setStatus', { userId: newId(), status: 'SUSPENDED' }),
    OWN_USER: ({ as, branch }) =>
      as('admin').ask('users.setStatus', { userId: branch.staff.admin.id, status: 'SUSPENDED' }),
  },
  'users.resetPassword': {
    USER_NOT_FOUND: ({ as }) =>
      as('admin').ask('users.resetPassword', { userId: newId(), temporaryPassword: PASSWORD }),
    OWN_USER: ({ as, branch }) =>
      as('admin').ask('users.resetPassword', { userId: branch.staff.admin.id, temporaryPassword: PASSWORD }),
    PASSWORD_TOO_SHORT: ({ as, branch }) =>
      as('admin').ask('users.resetPassword', { userId: branch.staff.teller.id, temporaryPassword: 'short' }),
    PASSWORD_TOO_LONG: ({ as, branch }) =>
      as('admin').ask('users.resetPassword', { userId: branch.staff.teller.id, temporaryPassword: LONG }),
  },
} satisfies Partial<Cases>
