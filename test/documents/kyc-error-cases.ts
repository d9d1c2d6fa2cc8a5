import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Cases } from '../contract/cases.ts'
import { approvedCustomer } from '../support/customers.ts'
import { moveToOtherBranch, withoutCrossing } from '../support/other-branch.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const NOBODY = { customerId: randomUUID() }
const POLICY = {
  risk: 'LOW',
  identityTypes: ['PASSPORT', 'NATIONAL_ID', 'DRIVERS_LICENSE'],
  identities: 1,
  countries: null,
  addressTypes: ['UTILITY_BILL', 'BANK_STATEMENT'],
  addresses: 1,
  addressDays: 180,
  expiredBlocks: 'NEW_ACCOUNTS',
  reviewYears: 10,
} satisfies CallInput<'documents.proposePolicy'>['policy']

const propose = (workplace: TestWorkplace, input: Partial<CallInput<'documents.proposePolicy'>>) =>
  workplace.as('admin').ask('documents.proposePolicy', {
    key: randomUUID(),
    policy: { ...POLICY, reviewYears: 9 },
    validFrom: '2999-01-01',
    ...input,
  })

const rate = (workplace: TestWorkplace, input: { customerId: string; key?: string; risk?: 'HIGH' | null }) =>
  workplace
    .as('teller')
    .ask('documents.proposeRating', { key: randomUUID(), risk: 'HIGH', reason: 'Known to us', ...input })

const review = (workplace: TestWorkplace, input: { customerId: string; key?: string; nextDue?: string }) =>
  workplace
    .as('supervisor')
    .ask('documents.review', { key: randomUUID(), nextDue: '2020-01-01', words: 'As before', ...input })

/** A customer whose home is another branch. */
async function elsewhere({ branch }: TestWorkplace) {
  const customerId = await approvedCustomer(branch)
  await moveToOtherBranch(branch.database, customerId)
  return { customerId }
}

const here = async ({ branch }: TestWorkplace) => ({ customerId: await approvedCustomer(branch) })

/** A day after which the review of a customer of low risk may be due again. */
async function soon(workplace: TestWorkplace): Promise<string> {
  const { businessDate } = await workplace.as('supervisor').call('documents.listPolicies', {})
  return `${Number(businessDate.slice(0, 4)) + 2}-01-01`
}

export const kycErrorCases = {
  'documents.proposePolicy': {
    KEY_REUSED: async (workplace) => {
      const key = randomUUID()
      const policy = { ...POLICY, risk: 'HIGH', reviewYears: 1 } as const
      await propose(workplace, { key, policy })
      return propose(workplace, { key, policy: { ...policy, addresses: 2 } })
    },
    POLICY_DATES: (workplace) => propose(workplace, { validFrom: '2020-01-01' }),
    POLICY_UNCHANGED: (workplace) => propose(workplace, { policy: POLICY }),
    POLICY_WAITS: async (workplace) => {
      const policy = { ...POLICY, risk: 'MEDIUM', reviewYears: 1 } as const
      await propose(workplace, { policy })
      return propose(workplace, { policy })
    },
  },
  'documents.readStanding': {
    CUSTOMER_NOT_FOUND: ({ as }) => as('teller').ask('documents.readStanding', NOBODY),
    OTHER_BRANCH: async (workplace) => {
      const input = await elsewhere(workplace)
      return withoutCrossing(workplace.branch.database, 'CUSTOMER_READ', () =>
        workplace.as('teller').ask('documents.readStanding', input),
      )
    },
  },
  'documents.proposeRating': {
    CUSTOMER_NOT_FOUND: (workplace) => rate(workplace, NOBODY),
    OTHER_BRANCH: async (workplace) => rate(workplace, await elsewhere(workplace)),
    KEY_REUSED: async (workplace) => {
      const input = { ...(await here(workplace)), key: randomUUID() }
      await rate(workplace, input)
      return rate(workplace, { ...input, risk: null })
    },
    RATING_UNCHANGED: async (workplace) => rate(workplace, { ...(await here(workplace)), risk: null }),
    RATING_WAITS: async (workplace) => {
      const input = await here(workplace)
      await rate(workplace, input)
      return rate(workplace, input)
    },
  },
  'documents.review': {
    CUSTOMER_NOT_FOUND: (workplace) => review(workplace, NOBODY),
    OTHER_BRANCH: async (workplace) => review(workplace, await elsewhere(workplace)),
    KEY_REUSED: async (workplace) => {
      const input = { ...(await here(workplace)), key: randomUUID(), nextDue: await soon(workplace) }
      await review(workplace, input)
      return review(workplace, { ...input, customerId: (await here(workplace)).customerId })
    },
    KYC_EXPIRED: async (workplace) => {
      const input = { ...(await here(workplace)), nextDue: await soon(workplace) }
      await workplace.branch.database.superuser.query(
        `UPDATE kyc_standing SET expired_on = '2020-01-01' WHERE customer_id = $1`,
        [input.customerId],
      )
      return review(workplace, input)
    },
    REVIEW_DATE: async (workplace) => review(workplace, await here(workplace)),
  },
} satisfies Partial<Cases>
