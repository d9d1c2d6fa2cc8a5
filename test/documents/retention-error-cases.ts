import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Cases } from '../contract/cases.ts'
import { approvedCustomer } from '../support/customers.ts'
import { moveToOtherBranch } from '../support/other-branch.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const propose = (workplace: TestWorkplace, input: Partial<CallInput<'documents.proposeRetention'>>) =>
  workplace.as('admin').ask('documents.proposeRetention', {
    key: randomUUID(),
    purpose: 'ADDRESS',
    event: 'ENDED',
    years: 9,
    validFrom: '2999-01-01',
    ...input,
  })

const place = (workplace: TestWorkplace, input: { customerId: string; key?: string; reason?: string }) =>
  workplace
    .as('supervisor')
    .ask('documents.placeLegalHold', { key: randomUUID(), reason: 'A court asked', ...input })

/** A hold that one supervisor placed. */
async function held(workplace: TestWorkplace) {
  const [key, customerId] = [randomUUID(), await approvedCustomer(workplace.branch)]
  await place(workplace, { key, customerId })
  return { key, customerId }
}

const release = (
  workplace: TestWorkplace,
  holdId: string,
  who: 'supervisor' | 'supervisor2' = 'supervisor2',
) => workplace.as(who).ask('documents.releaseLegalHold', { holdId, reason: 'It is over' })

export const retentionCases = {
  'documents.proposeRetention': {
    KEY_REUSED: async (workplace) => {
      const key = randomUUID()
      await propose(workplace, { key, event: 'REPLACED' })
      return propose(workplace, { key, event: 'REPLACED', years: 8 })
    },
    RETENTION_DATES: (workplace) => propose(workplace, { validFrom: '2020-01-01' }),
    RETENTION_UNCHANGED: (workplace) => propose(workplace, { years: 5 }),
    RETENTION_WAITS: async (workplace) => {
      await propose(workplace, { event: 'REJECTED' })
      return propose(workplace, { event: 'REJECTED' })
    },
  },
  'documents.placeLegalHold': {
    CUSTOMER_NOT_FOUND: (workplace) => place(workplace, { customerId: randomUUID() }),
    KEY_REUSED: async (workplace) =>
      place(workplace, { ...(await held(workplace)), reason: 'Another court' }),
    OTHER_BRANCH: async (workplace) => {
      const customerId = await approvedCustomer(workplace.branch)
      await moveToOtherBranch(workplace.branch.database, customerId)
      return place(workplace, { customerId })
    },
  },
  'documents.releaseLegalHold': {
    LEGAL_HOLD_NOT_FOUND: (workplace) => release(workplace, randomUUID()),
    LEGAL_HOLD_RELEASED: async (workplace) => {
      const { key } = await held(workplace)
      await release(workplace, key)
      return release(workplace, key)
    },
    OTHER_BRANCH: async (workplace) => {
      const { key, customerId } = await held(workplace)
      await moveToOtherBranch(workplace.branch.database, customerId)
      return release(workplace, key)
    },
    OWN_LEGAL_HOLD: async (workplace) => release(workplace, (await held(workplace)).key, 'supervisor'),
  },
} satisfies Partial<Cases>
