import { randomUUID } from 'node:crypto'
import type { Case, Cases } from '../contract/cases.ts'
import { type TestBranch, withDayClosed } from '../support/branch.ts'
import { setTellerTill } from '../support/tills.ts'

const opening = ({ tills }: TestBranch, float = '0') => ({ key: randomUUID(), tillId: tills[0], float })

const openWith =
  (float: string): Case<'tills.open'> =>
  async ({ as, branch }) => {
    await setTellerTill(branch, false)
    return as('teller').ask('tills.open', opening(branch, float))
  }

const closeWith =
  (counted: string): Case<'tills.close'> =>
  async ({ as, branch }) => {
    await setTellerTill(branch, true)
    return as('teller').ask('tills.close', { key: randomUUID(), counted })
  }

const moveWith =
  (counted: string): Case<'tills.moveCash'> =>
  async ({ as, branch }) => {
    await setTellerTill(branch, true)
    return as('teller').ask('tills.moveCash', { key: randomUUID(), direction: 'IN', counted })
  }

export const tillCases = {
  'tills.open': {
    AMOUNT_NOT_A_NUMBER: openWith('some'),
    AMOUNT_NEGATIVE: openWith('-1'),
    AMOUNT_TOO_PRECISE: openWith('1.001'),
    AMOUNT_TOO_LARGE: openWith('10000000000000'),
    TILL_NOT_FOUND: async ({ as, branch }) => {
      await setTellerTill(branch, false)
      return as('teller').ask('tills.open', { ...opening(branch), tillId: randomUUID() })
    },
    TILL_ALREADY_OPEN: async ({ as, branch }) => {
      await setTellerTill(branch, true)
      return as('teller2').ask('tills.open', opening(branch))
    },
    USER_ALREADY_HAS_TILL: async ({ as, branch }) => {
      await setTellerTill(branch, true)
      return as('teller').ask('tills.open', { ...opening(branch), tillId: branch.tills[1] })
    },
    BRANCH_DAY_CLOSED: async ({ as, branch }) => {
      await setTellerTill(branch, false)
      return withDayClosed(branch, () => as('teller').ask('tills.open', opening(branch)))
    },
    VAULT_SHORT_OF_CASH: openWith('9000000000'),
    KEY_REUSED: async ({ as, branch }) => {
      await setTellerTill(branch, false)
      const input = opening(branch, '10')
      await as('teller').call('tills.open', input)
      return as('teller').ask('tills.open', { ...input, float: '20' })
    },
  },
  'tills.close': {
    AMOUNT_NOT_A_NUMBER: closeWith('all of it'),
    AMOUNT_NEGATIVE: closeWith('-1'),
    AMOUNT_TOO_PRECISE: closeWith('0.001'),
    AMOUNT_TOO_LARGE: closeWith('10000000000000'),
    TILL_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('tills.close', { key: randomUUID(), counted: '0', tillId: randomUUID() }),
    TILL_NOT_OPEN: async ({ as, branch }) => {
      await setTellerTill(branch, false)
      return as('teller').ask('tills.close', { key: randomUUID(), counted: '0' })
    },
    TILL_COUNTED: async ({ as, branch }) => {
      await setTellerTill(branch, true)
      await as('teller').call('tills.close', { key: randomUUID(), counted: '100' })
      return as('teller').ask('tills.close', { key: randomUUID(), counted: '100' })
    },
    KEY_REUSED: async ({ as, branch }) => {
      await setTellerTill(branch, true)
      const key = randomUUID()
      await as('teller').call('tills.close', { key, counted: '100' })
      return as('teller').ask('tills.close', { key, counted: '99' })
    },
  },
  'tills.moveCash': {
    AMOUNT_NOT_A_NUMBER: moveWith('some'),
    AMOUNT_ZERO: moveWith('0'),
    AMOUNT_NEGATIVE: moveWith('-1'),
    AMOUNT_TOO_PRECISE: moveWith('1.001'),
    AMOUNT_TOO_LARGE: moveWith('10000000000000'),
    TILL_NOT_OPEN: async ({ as, branch }) => {
      await setTellerTill(branch, false)
      return as('teller').ask('tills.moveCash', { key: randomUUID(), direction: 'IN', counted: '1' })
    },
    TILL_COUNTED: async (workplace) => {
      await setTellerTill(workplace.branch, true)
      await workplace.as('teller').call('tills.close', { key: randomUUID(), counted: '100' })
      return workplace.ask('tills.moveCash', { key: randomUUID(), direction: 'OUT', counted: '1' })
    },
    VAULT_SHORT_OF_CASH: moveWith('9000000000'),
    KEY_REUSED: async ({ as, branch }) => {
      await setTellerTill(branch, true)
      const input = { key: randomUUID(), direction: 'IN', counted: '5' } as const
      await as('teller').call('tills.moveCash', input)
      return as('teller').ask('tills.moveCash', { ...input, counted: '6' })
    },
  },
  'tills.closing': {
    TILL_NOT_FOUND: ({ as }) => as('teller').ask('tills.closing', { sessionId: randomUUID() }),
  },
  'tills.add': {
    KEY_REUSED: ({ as, branch }) => as('admin').ask('tills.add', { id: branch.tills[0], name: 'Till 9' }),
    TILL_NAME_TAKEN: ({ as }) => as('admin').ask('tills.add', { id: randomUUID(), name: 'Till 1' }),
  },
} satisfies Partial<Cases>
