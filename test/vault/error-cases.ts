import { randomUUID } from 'node:crypto'
import type { Case, Cases } from '../contract/cases.ts'
import { withDayClosed } from '../support/branch.ts'

const moved = (counted: string, direction: 'IN' | 'OUT' = 'IN') =>
  ({ key: randomUUID(), direction, counted, description: 'From head office' }) as const

const moveWith =
  (counted: string, direction: 'IN' | 'OUT' = 'IN'): Case<'vault.moveCash'> =>
  ({ as }) =>
    as('supervisor').ask('vault.moveCash', moved(counted, direction))

export const vaultCases = {
  'vault.moveCash': {
    AMOUNT_NOT_A_NUMBER: moveWith('a lot'),
    AMOUNT_ZERO: moveWith('0'),
    AMOUNT_NEGATIVE: moveWith('-1'),
    AMOUNT_TOO_PRECISE: moveWith('0.005'),
    AMOUNT_TOO_LARGE: moveWith('10000000000000'),
    VAULT_SHORT_OF_CASH: moveWith('9000000000', 'OUT'),
    BRANCH_DAY_CLOSED: (workplace) => withDayClosed(workplace.branch, () => moveWith('1')(workplace)),
    KEY_REUSED: async ({ as }) => {
      const input = moved('1')
      await as('supervisor').call('vault.moveCash', input)
      return as('supervisor').ask('vault.moveCash', { ...input, counted: '2' })
    },
  },
} satisfies Partial<Cases>
