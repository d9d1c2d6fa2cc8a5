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
    VAULT_SHORT_OF_CASH: openWith('9000000000'),
    BRANCH_DAY_CLOSED: async ({ as, branch }) => {
      await setTellerTill(branch, false)
      return withDayClosed(branch, () => as('teller').ask('tills.open', opening(branch)))
    },
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
    // What the till may hold and the vault may not, with what it holds already.
    BALANCE_TOO_LARGE: closeWith('9999999999999.99'),
    TILL_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('tills.close', { key: randomUUID(), counted: '0', tillId: randomUUID() }),
    TILL_NOT_OPEN: async ({ as, branch }) => {
      await setTellerTill(branch, false)
      return as('teller').ask('tills.close', { key: randomUUID(), counted: '0' })
    },
    KEY_REUSED: async ({ as, branch }) => {
      await setTellerTill(branch, true)
      const key = randomUUID()
      await as('teller').call('tills.close', { key, counted: '100' })
      return as('teller').ask('tills.close', { key, counted: '99' })
    },
  },
  'tills.add': {
    KEY_REUSED: ({ as, branch }) => as('admin').ask('tills.add', { id: branch.tills[0], name: 'Till 9' }),
    TILL_NAME_TAKEN: ({ as }) => as('admin').ask('tills.add', { id: randomUUID(), name: 'Till 1' }),
  },
} satisfies Partial<Cases>
