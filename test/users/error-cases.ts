import { randomUUID } from 'node:crypto'
import type { Cases } from '../contract/cases.ts'
import { newProposal, proposalAbout } from '../support/approvals.ts'
import { closedBranch, otherBranch } from '../support/other-branch.ts'
import { addUser, insertUser, newUser, PASSWORD } from '../support/users.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const LONG = 'x'.repeat(73)

/** A user whom the administrator of the tests' branch may see and not change. */
const stranger = async ({ branch: { database } }: TestWorkplace) =>
  (await insertUser(database.superuser, await otherBranch(database), {})).id

/** A proposal to make a user with these texts. */
const proposalOf = (person: { readonly username?: string; readonly email?: string }) => {
  const { username, fullName, email } = newUser(person)
  return newProposal({ person: { username, fullName, email } })
}

/** That somebody works at another branch of the bank for good. */
const away = async ({ branch: { database } }: TestWorkplace, userId: string) => ({
  key: randomUUID(),
  userId,
  branchId: await otherBranch(database),
  until: null,
})

const changes = { fullName: 'New Name', email: 'new.name@example.test', role: 'TELLER' } as const

export const userCases = {
  'users.create': {
    SECOND_PERSON_NEEDED: ({ as }) => as('admin').ask('users.create', newUser({ role: 'ADMIN' })),
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
    SECOND_PERSON_NEEDED: ({ as, branch }) =>
      as('admin').ask('users.update', { userId: branch.staff.supervisor.id, ...changes }),
  },
  'users.unlock': {
    USER_NOT_FOUND: ({ as }) => as('admin').ask('users.unlock', { userId: randomUUID() }),
    OTHER_BRANCH: async (workplace) =>
      workplace.as('admin').ask('users.unlock', { userId: await stranger(workplace) }),
    SECOND_PERSON_NEEDED: ({ as, branch }) =>
      as('admin').ask('users.unlock', { userId: branch.staff.supervisor.id }),
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
    SECOND_PERSON_NEEDED: async ({ as, branch }) => {
      const { id } = await addUser(branch.database, branch.id, { role: 'SUPERVISOR' })
      await as('admin').call('users.setStatus', { userId: id, status: 'SUSPENDED' })
      return as('admin').ask('users.setStatus', { userId: id, status: 'ACTIVE' })
    },
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
    SECOND_PERSON_NEEDED: ({ as, branch }) =>
      as('admin').ask('users.resetPassword', {
        userId: branch.staff.supervisor.id,
        temporaryPassword: PASSWORD,
      }),
    PASSWORD_TOO_SHORT: ({ as, branch }) =>
      as('admin').ask('users.resetPassword', { userId: branch.staff.teller.id, temporaryPassword: 'short' }),
    PASSWORD_TOO_LONG: ({ as, branch }) =>
      as('admin').ask('users.resetPassword', { userId: branch.staff.teller.id, temporaryPassword: LONG }),
  },
  'users.propose': {
    USER_NOT_FOUND: ({ as }) =>
      as('admin').ask('users.propose', proposalAbout(randomUUID(), { kind: 'USER_UNLOCK' })),
    OTHER_BRANCH: async (workplace) =>
      workplace
        .as('admin')
        .ask('users.propose', proposalAbout(await stranger(workplace), { kind: 'USER_UNLOCK' })),
    OWN_ROLE: ({ as, branch }) =>
      as('admin').ask(
        'users.propose',
        proposalAbout(branch.staff.admin.id, { kind: 'USER_ROLE', role: 'TELLER' }),
      ),
    OWN_USER: ({ as, branch }) =>
      as('admin').ask('users.propose', proposalAbout(branch.staff.admin.id, { kind: 'USER_REACTIVATE' })),
    USERNAME_TAKEN: ({ as }) => as('admin').ask('users.propose', proposalOf({ username: 'teller' })),
    EMAIL_TAKEN: ({ as }) => as('admin').ask('users.propose', proposalOf({ email: 'teller@example.test' })),
    PASSWORD_HALF_MISSING: ({ as }) => as('admin').ask('users.propose', newProposal({ passwordHalf: null })),
    SECOND_FACTOR_MISSING: ({ as, branch }) =>
      as('admin').ask('users.propose', proposalAbout(branch.staff.teller.id, { kind: 'USER_CODE' })),
    KEY_REUSED: async ({ as }) => {
      const proposal = newProposal()
      await as('admin').call('users.propose', proposal)
      return as('admin').ask('users.propose', { ...proposal, role: 'ADMIN' })
    },
  },
  'users.endSessions': {
    USER_NOT_FOUND: ({ as }) => as('admin').ask('users.endSessions', { userId: randomUUID() }),
    OTHER_BRANCH: async (workplace) =>
      workplace.as('admin').ask('users.endSessions', { userId: await stranger(workplace) }),
    OWN_USER: ({ as, branch }) => as('admin').ask('users.endSessions', { userId: branch.staff.admin.id }),
  },
  'users.proposeBranch': {
    USER_NOT_FOUND: async (workplace) =>
      workplace.as('admin').ask('users.proposeBranch', await away(workplace, randomUUID())),
    OTHER_BRANCH: async (workplace) =>
      workplace.as('admin').ask('users.proposeBranch', await away(workplace, await stranger(workplace))),
    OWN_USER: async (workplace) =>
      workplace
        .as('admin')
        .ask('users.proposeBranch', await away(workplace, workplace.branch.staff.admin.id)),
    BRANCH_UNCHANGED: async (workplace) => {
      const asked = await away(workplace, workplace.branch.staff.teller.id)
      return workplace.as('admin').ask('users.proposeBranch', { ...asked, branchId: workplace.branch.id })
    },
    BRANCH_CLOSED: async (workplace) => {
      const asked = await away(workplace, workplace.branch.staff.teller.id)
      return workplace
        .as('admin')
        .ask('users.proposeBranch', { ...asked, branchId: await closedBranch(workplace.branch.database) })
    },
    ASSIGNMENT_DATES: async (workplace) => {
      const asked = await away(workplace, workplace.branch.staff.teller.id)
      return workplace.as('admin').ask('users.proposeBranch', { ...asked, until: '2001-01-01' })
    },
    KEY_REUSED: async (workplace) => {
      const asked = await away(workplace, workplace.branch.staff.teller.id)
      await workplace.as('admin').call('users.proposeBranch', asked)
      return workplace.ask('users.proposeBranch', { ...asked, userId: workplace.branch.staff.teller2.id })
    },
  },
  'users.proposeCodeRoles': {
    KEY_REUSED: async ({ as }) => {
      const key = randomUUID()
      await as('admin').call('users.proposeCodeRoles', { key, roles: ['ADMIN'] })
      return as('admin').ask('users.proposeCodeRoles', { key, roles: [] })
    },
  },
} satisfies Partial<Cases>
