import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Cases } from '../contract/cases.ts'
import { moveToOtherBranch, withoutCrossing } from '../support/other-branch.ts'
import { claimByOther, elsewhere, passport } from './waiting-documents.ts'

const request = (customerId: string): CallInput<'documents.askForMore'> => ({
  key: randomUUID(),
  customerId,
  missing: ['BACK'],
  words: null,
})

export const kycCaseCases = {
  'documents.claim': {
    CUSTOMER_NOT_FOUND: ({ as }) => as('supervisor').ask('documents.claim', { customerId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const { document } = await elsewhere(workplace)
      return workplace.as('supervisor').ask('documents.claim', { customerId: document.customerId })
    },
    CASE_CLAIMED: async (workplace) => {
      const { customerId } = await passport(workplace)
      await claimByOther(workplace, customerId)
      return workplace.as('supervisor').ask('documents.claim', { customerId })
    },
  },
  'documents.release': {
    CUSTOMER_NOT_FOUND: ({ as }) => as('supervisor').ask('documents.release', { customerId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const { document } = await elsewhere(workplace)
      return workplace.as('supervisor').ask('documents.release', { customerId: document.customerId })
    },
  },
  'documents.askForMore': {
    CUSTOMER_NOT_FOUND: ({ as }) => as('supervisor').ask('documents.askForMore', request(randomUUID())),
    OTHER_BRANCH: async (workplace) => {
      const { document } = await elsewhere(workplace)
      return workplace.as('supervisor').ask('documents.askForMore', request(document.customerId))
    },
    CASE_CLAIMED: async (workplace) => {
      const { customerId } = await passport(workplace)
      await claimByOther(workplace, customerId)
      return workplace.as('supervisor').ask('documents.askForMore', request(customerId))
    },
    KEY_REUSED: async (workplace) => {
      const sent = request((await passport(workplace)).customerId)
      await workplace.as('supervisor').call('documents.askForMore', sent)
      return workplace.as('supervisor').ask('documents.askForMore', { ...sent, words: 'Another one' })
    },
  },
  'documents.endRequest': {
    REQUEST_NOT_FOUND: ({ as }) => as('supervisor').ask('documents.endRequest', { requestId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const sent = request((await passport(workplace)).customerId)
      await workplace.as('supervisor').call('documents.askForMore', sent)
      await moveToOtherBranch(workplace.branch.database, sent.customerId)
      return workplace.as('supervisor').ask('documents.endRequest', { requestId: sent.key })
    },
  },
  'documents.listRequests': {
    CUSTOMER_NOT_FOUND: ({ as }) => as('teller').ask('documents.listRequests', { customerId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const { document } = await elsewhere(workplace)
      return withoutCrossing(workplace.branch.database, 'CUSTOMER_READ', () =>
        workplace.as('teller').ask('documents.listRequests', { customerId: document.customerId }),
      )
    },
  },
} satisfies Partial<Cases>
