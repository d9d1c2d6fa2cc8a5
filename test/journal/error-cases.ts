import { randomUUID } from 'node:crypto'
import type { Cases } from '../contract/cases.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { withoutCrossing } from '../support/other-branch.ts'
import { newCashPosting } from '../support/postings.ts'
import { fromSecondBranch } from '../support/second-branch.ts'
import { setTellerTill } from '../support/tills.ts'

export const journalCases = {
  'journal.list': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('journal.list', { accountNumber: '0000000000' }),
    CUSTOMER_NOT_FOUND: ({ as }) => as('teller').ask('journal.list', { customerId: randomUUID() }),
    TILL_NOT_FOUND: ({ as }) => as('teller').ask('journal.list', { tillId: randomUUID() }),
  },
  'journal.total': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('journal.total', { accountNumber: '0000000000' }),
    CUSTOMER_NOT_FOUND: ({ as }) => as('teller').ask('journal.total', { customerId: randomUUID() }),
    TILL_NOT_FOUND: ({ as }) => as('teller').ask('journal.total', { tillId: randomUUID() }),
  },
  'journal.trail': {
    TRANSACTION_NOT_FOUND: ({ as }) => as('teller').ask('journal.trail', { transactionId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      await setTellerTill(workplace.branch, true)
      const account = await openNewCustomersAccount(workplace.branch)
      const { id } = await workplace.as('teller').call('postings.postDeposit', newCashPosting(account))
      const other = await fromSecondBranch(workplace, 'teller')
      return withoutCrossing(workplace.branch.database, 'POSTING_READ', () =>
        other.ask('journal.trail', { transactionId: id }),
      )
    },
  },
} satisfies Partial<Cases>
