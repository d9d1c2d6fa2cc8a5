import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Case, Cases } from '../contract/cases.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { withDayClosed } from '../support/branch.ts'
import { newHold, openAccruedAccount } from '../support/holds.ts'
import { withoutCrossing } from '../support/other-branch.ts'
import { fromSecondBranch } from '../support/second-branch.ts'
import type { TestWorkplace } from '../support/workplace.ts'

type Hold = CallInput<'accounts.placeHold'>

/** Places a hold on an account of its own, unless something about it is changed. */
const holding =
  (changes: Partial<Hold>): Case<'accounts.placeHold'> =>
  async ({ as, branch }) => {
    const accountId = await openNewCustomersAccount(branch, { balance: '10.00' })
    return as('teller').ask('accounts.placeHold', newHold(accountId, changes))
  }

const closedAccount = async ({ as, branch }: TestWorkplace) => {
  const accountId = await openNewCustomersAccount(branch)
  await as('teller').call('accounts.close', { accountId, reason: 'Moved away' })
  return accountId
}

const withoutReading = <T>(workplace: TestWorkplace, work: (other: TestWorkplace) => Promise<T>) =>
  withoutCrossing(workplace.branch.database, 'ACCOUNT_READ', async () =>
    work(await fromSecondBranch(workplace, 'teller')),
  )

/** Proposes to reactivate an account. */
const reactivating = (workplace: TestWorkplace, accountId: string, key = randomUUID(), reason = 'Came in') =>
  workplace.as('teller').ask('accounts.reactivate', { key, accountId, reason, identity: 'Passport X1' })

/** A dormant account whose reactivation is proposed under this key. */
async function proposedReactivation(workplace: TestWorkplace, key = randomUUID()): Promise<string> {
  const { branch } = workplace
  const accountId = await openNewCustomersAccount(branch)
  await branch.database.superuser.query("UPDATE accounts SET status = 'INACTIVE' WHERE id = $1", [accountId])
  await reactivating(workplace, accountId, key)
  return accountId
}

export const holdCases = {
  'accounts.reactivate': {
    ACCOUNT_NOT_FOUND: (workplace) => reactivating(workplace, randomUUID()),
    ACCOUNT_CLOSED: async (workplace) => reactivating(workplace, await closedAccount(workplace)),
    ACCOUNT_NOT_DORMANT: async (workplace) =>
      reactivating(workplace, await openNewCustomersAccount(workplace.branch)),
    REACTIVATION_WAITS: async (workplace) => reactivating(workplace, await proposedReactivation(workplace)),
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      const other = await fromSecondBranch(workplace, 'supervisor')
      const input = { key: randomUUID(), accountId, reason: 'Came in', identity: 'Passport X1' }
      return other.ask('accounts.reactivate', input)
    },
    KEY_REUSED: async (workplace) => {
      const key = randomUUID()
      return reactivating(workplace, await proposedReactivation(workplace, key), key, 'Another reason')
    },
  },
  'accounts.listHolds': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.listHolds', { accountId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      return withoutReading(workplace, (other) => other.ask('accounts.listHolds', { accountId }))
    },
  },
  'accounts.placeHold': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.placeHold', newHold(randomUUID())),
    ACCOUNT_CLOSED: async (workplace) => {
      const accountId = await closedAccount(workplace)
      return workplace.ask('accounts.placeHold', newHold(accountId))
    },
    AMOUNT_NOT_A_NUMBER: holding({ amount: 'some' }),
    AMOUNT_ZERO: holding({ amount: '0' }),
    AMOUNT_NEGATIVE: holding({ amount: '-1' }),
    AMOUNT_TOO_PRECISE: holding({ amount: '1.001' }),
    AMOUNT_TOO_LARGE: holding({ amount: '10000000000000' }),
    CURRENCY_NOT_SUPPORTED: holding({ currency: 'KWD' }),
    HOLD_ENDS_TOO_EARLY: holding({ expiresOn: '2001-01-01' }),
    INSUFFICIENT_FUNDS: holding({ amount: '10.01' }),
    KEY_REUSED: async ({ as, branch }) => {
      const hold = newHold(await openNewCustomersAccount(branch, { balance: '10.00' }))
      await as('teller').call('accounts.placeHold', hold)
      return as('teller').ask('accounts.placeHold', { ...hold, amount: '2' })
    },
    OTHER_BRANCH: async (workplace) => {
      const hold = newHold(await openNewCustomersAccount(workplace.branch, { balance: '10.00' }))
      return (await fromSecondBranch(workplace, 'teller')).ask('accounts.placeHold', hold)
    },
  },
  'accounts.releaseHold': {
    HOLD_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('accounts.releaseHold', { holdId: randomUUID(), reason: 'Lifted' }),
    HOLD_RELEASED: async ({ as, branch }) => {
      const hold = newHold(await openNewCustomersAccount(branch, { balance: '10.00' }))
      await as('teller').call('accounts.placeHold', hold)
      await as('supervisor').call('accounts.releaseHold', { holdId: hold.key, reason: 'Lifted' })
      return as('supervisor').ask('accounts.releaseHold', { holdId: hold.key, reason: 'Lifted' })
    },
    OTHER_BRANCH: async (workplace) => {
      const hold = newHold(await openNewCustomersAccount(workplace.branch, { balance: '10.00' }))
      await workplace.as('teller').call('accounts.placeHold', hold)
      const other = await fromSecondBranch(workplace, 'supervisor')
      return other.ask('accounts.releaseHold', { holdId: hold.key, reason: 'Lifted' })
    },
  },
  'accounts.readClosing': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.readClosing', { accountId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      return (await fromSecondBranch(workplace, 'teller')).ask('accounts.readClosing', { accountId })
    },
  },
  'accounts.settleInterest': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.settleInterest', { accountId: randomUUID() }),
    ACCOUNT_CLOSED: async (workplace) => {
      const accountId = await closedAccount(workplace)
      return workplace.ask('accounts.settleInterest', { accountId })
    },
    ACCOUNT_FROZEN: async ({ as, branch }) => {
      const accountId = await openNewCustomersAccount(branch)
      await as('teller').call('accounts.freeze', { accountId, reason: 'Lost card' })
      return as('teller').ask('accounts.settleInterest', { accountId })
    },
    BRANCH_DAY_CLOSED: async ({ as, branch }) => {
      const accountId = await openNewCustomersAccount(branch)
      return withDayClosed(branch, () => as('teller').ask('accounts.settleInterest', { accountId }))
    },
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      return (await fromSecondBranch(workplace, 'teller')).ask('accounts.settleInterest', { accountId })
    },
  },
  'accounts.releaseMinimum': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.releaseMinimum', { accountId: randomUUID() }),
    ACCOUNT_CLOSED: async (workplace) => {
      const accountId = await closedAccount(workplace)
      return workplace.ask('accounts.releaseMinimum', { accountId })
    },
    ACCOUNT_FROZEN: async ({ as, branch }) => {
      const accountId = await openNewCustomersAccount(branch)
      await as('teller').call('accounts.freeze', { accountId, reason: 'Lost card' })
      return as('teller').ask('accounts.releaseMinimum', { accountId })
    },
    BRANCH_DAY_CLOSED: async ({ as, branch }) => {
      const accountId = await openNewCustomersAccount(branch)
      return withDayClosed(branch, () => as('teller').ask('accounts.releaseMinimum', { accountId }))
    },
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      return (await fromSecondBranch(workplace, 'teller')).ask('accounts.releaseMinimum', { accountId })
    },
  },
} satisfies Partial<Cases>

/** Closing an account of which something is held, or whose interest is not settled. */
export const notSettledCases: {
  readonly [E in 'ACCOUNT_HAS_HOLDS' | 'INTEREST_NOT_SETTLED']: Case<'accounts.close'>
} = {
  ACCOUNT_HAS_HOLDS: async ({ as, branch }) => {
    const accountId = await openNewCustomersAccount(branch, { balance: '10.00' })
    await as('teller').call('accounts.placeHold', newHold(accountId))
    return as('teller').ask('accounts.close', { accountId, reason: 'Moved away' })
  },
  INTEREST_NOT_SETTLED: async ({ as, branch }) => {
    const accountId = await openAccruedAccount(branch)
    return as('teller').ask('accounts.close', { accountId, reason: 'Moved away' })
  },
}
