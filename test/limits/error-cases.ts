import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Cases } from '../contract/cases.ts'
import { newLimit } from '../support/limits.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const propose = (workplace: TestWorkplace, changes: Partial<CallInput<'limits.propose'>>) =>
  workplace.as('admin').ask('limits.propose', newLimit(changes))

export const limitCases = {
  'limits.propose': {
    AMOUNT_NOT_A_NUMBER: (workplace) => propose(workplace, { perPosting: '1 dollar' }),
    AMOUNT_NEGATIVE: (workplace) => propose(workplace, { perPersonDay: '-1' }),
    AMOUNT_TOO_PRECISE: (workplace) => propose(workplace, { perAccountDay: '0.001' }),
    AMOUNT_TOO_LARGE: (workplace) => propose(workplace, { perPosting: '10000000000000' }),
    CURRENCY_NOT_SUPPORTED: (workplace) => propose(workplace, { currency: 'KWD' }), // three decimals
    KEY_REUSED: async (workplace) => {
      const key = randomUUID()
      await propose(workplace, { key })
      return propose(workplace, { key, perPosting: '7' })
    },
    LIMIT_DATES: (workplace) => propose(workplace, { validFrom: '2020-01-01' }),
    LIMIT_UNCHANGED: (workplace) =>
      propose(workplace, {
        currency: 'EUR',
        perPosting: '50000',
        perPersonDay: '500000',
        perAccountDay: '50000',
      }),
    LIMIT_WAITS: async (workplace) => {
      await propose(workplace, { currency: 'CHF' })
      return propose(workplace, { currency: 'CHF', perPosting: '7' })
    },
  },
} satisfies Partial<Cases>
