import { randomUUID } from 'node:crypto'
import type { Cases } from '../contract/cases.ts'
import { otherBranch } from '../support/other-branch.ts'
import { insertUser, newUser, PASSWORD } from '../support/users.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const LONG = 'x'.repeat(73)

/** A user whom the administrator of the tests' branch may see and not change. */
const stranger = async ({ branch: { database } }: TestWorkplace) =>
  (await insertUser(database.superuser, await otherBranch(database), {})).id

const changes = { fullName: 'New Name', email: 'new.name@example.test', role: 'TELLER' } as const

export const userCases = {
  'users.create': {
    USERNAME_TAKEN: ({ as }) => as('admin').ask('users.create', { ...newUser(), username: 'teller' }),
    EMAIL_TAKEN: ({ as }) => as('admin').ask('users.create', newUser({ email: 'teller@example.test' })),
    KEY_REUSED: ({ as, branch }) => as('admin').ask('users.create', newUser({ id: branch.staff.teller.id })),
    PASSWORD_TOO_SHORT: ({ as }) =>
      as('admin').ask('users.create', newUser({ temporaryPassword: 'eleven char' })),
    PASSWORD_TOO_LONG: ({ as }) => as('admin').ask('users.create', newUser({ temporaryPassword: LONG })),
  },
  'users.update': {
    USER_NOT_FOUND: ({ as }) => as('admin').ask('users.update', { userId: randomUUID(), ...changes }),
    OTHER_BRANCH: async (workplace) =>
      workplace.as('admin').ask('users.update', { userId: await stranger(workplace), ...changes }),
    OWN_ROLE: ({ as, branch }) =>
      as('admin').ask('users.update', { userId: branch.staff.admin.id, ...changes }),
    EMAIL_TAKEN: ({ as, branch }) =>
      as('admin').ask('users.update', {
        userId: branch.staff.teller.id,
        ...changes,
        email: 'teller2@example.test',
      }),
  },
  'users.unlock': {
    USER_NOT_FOUND: ({ as }) => as('admin').ask('users.unlock', { userId: randomUUID() }),
    OTHER_BRANCH: async (workplace) =>
      workplace.as('admin').ask('users.unlock', { userId: await stranger(workplace) }),
  },
  'users.setStatus': {
    OTHER_BRANCH: async (workplace) =>
      workplace
        .as('admin')
        .ask('users.setStatus', { userId: await stranger(workplace), status: 'SUSPENDED' }),
    USER_NOT_FOUND: ({ as }) =>
      as('admin').ask('users.setStatus', { userId: randomUUID(), status: 'SUSPENDED' }),
    OWN_USER: ({ as, branch }) =>
      as('admin').ask('users.setStatus', { userId: branch.staff.admin.id, status: 'SUSPENDED' }),
  },
  'users.resetPassword': {
    OTHER_BRANCH: async (workplace) =>
      workplace
        .as('admin')
        .ask('users.resetPassword', { userId: await stranger(workplace), temporaryPassword: PASSWORD }),
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
