import { randomUUID } from 'node:crypto'
import type { Cases } from '../contract/cases.ts'
import { closedBranch, otherBranch } from '../support/other-branch.ts'
import { secondBranch } from '../support/second-branch.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const names = () => ({
  key: randomUUID(),
  name: `Branch ${randomUUID().slice(0, 8)}`,
  code: randomUUID().slice(0, 8).toUpperCase(),
  address: null,
})
const asked = () => ({ ...names(), timeZone: 'Europe/Berlin', tills: 1 })

/** A branch at which nobody decides. */
const unattended = ({ branch: { database } }: TestWorkplace) => otherBranch(database)

const change = async (workplace: TestWorkplace, changes: object) =>
  workplace
    .as('admin')
    .ask('branches.proposeChange', { ...names(), branchId: await unattended(workplace), ...changes })
const closing = (workplace: TestWorkplace, branchId: string, key = randomUUID()) =>
  workplace.as('admin').ask('branches.proposeClosing', { key, branchId })

export const bankBranchCases = {
  'branches.propose': {
    TIME_ZONE_UNKNOWN: ({ as }) =>
      as('admin').ask('branches.propose', { ...asked(), timeZone: 'europe/berlin' }),
    NAME_MIXES_ALPHABETS: ({ as }) =>
      as('admin').ask('branches.propose', { ...asked(), name: 'Branch N\u043Erd' }), // Cyrillic о
    BRANCH_NAME_TAKEN: ({ as }) => as('admin').ask('branches.propose', { ...asked(), name: 'branch nord' }),
    BRANCH_CODE_TAKEN: ({ as }) => as('admin').ask('branches.propose', { ...asked(), code: '001' }),
    KEY_REUSED: async ({ as }) => {
      const sent = asked()
      await as('admin').call('branches.propose', sent)
      return as('admin').ask('branches.propose', { ...sent, tills: 2 })
    },
  },
  'branches.proposeChange': {
    BRANCH_NOT_FOUND: (workplace) => change(workplace, { branchId: randomUUID() }),
    BRANCH_CLOSED: async (workplace) =>
      change(workplace, { branchId: await closedBranch(workplace.branch.database) }),
    OTHER_BRANCH: async (workplace) =>
      change(workplace, { branchId: (await secondBranch(workplace.branch)).id }),
    NAME_MIXES_ALPHABETS: (workplace) => change(workplace, { name: 'Branch N\u043Erd' }),
    BRANCH_NAME_TAKEN: (workplace) => change(workplace, { name: 'Branch Nord' }),
    BRANCH_CODE_TAKEN: (workplace) => change(workplace, { code: '001' }),
    KEY_REUSED: async (workplace) => {
      const key = randomUUID()
      await change(workplace, { key })
      return change(workplace, { key })
    },
  },
  'branches.proposeClosing': {
    BRANCH_NOT_FOUND: (workplace) => closing(workplace, randomUUID()),
    BRANCH_CLOSED: async (workplace) => closing(workplace, await closedBranch(workplace.branch.database)),
    BRANCH_NOT_EMPTY: async (workplace) => closing(workplace, (await secondBranch(workplace.branch)).id),
    KEY_REUSED: async (workplace) => {
      const sent = asked()
      await workplace.as('admin').call('branches.propose', sent)
      return closing(workplace, await unattended(workplace), sent.key)
    },
  },
} satisfies Partial<Cases>
