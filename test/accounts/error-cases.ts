import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Case, Cases } from '../contract/cases.ts'
import { holdCases, notSettledCases } from './hold-cases.ts'
import { accountNumberOf, newAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { insertPostings } from '../support/journal-rows.ts'
import { withoutCrossing } from '../support/other-branch.ts'
import { fromSecondBranch } from '../support/second-branch.ts'
import { confirmListedCustomer } from '../support/screening.ts'
import { cashAccountOf } from '../support/tills.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const opening = async ({ branch }: TestWorkplace, agreedLimit: string | null = null) =>
  newAccount(await approvedCustomer(branch), { accountType: 'CURRENT', agreedLimit })

const reason = 'Asked for by the holder'

async function frozen({ as, branch }: TestWorkplace) {
  const accountId = await openNewCustomersAccount(branch)
  await as('teller').call('accounts.freeze', { accountId, reason })
  return accountId
}

async function closed({ as, branch }: TestWorkplace) {
  const accountId = await openNewCustomersAccount(branch)
  await as('teller').call('accounts.close', { accountId, reason })
  return accountId
}

const withLimit = async (workplace: TestWorkplace, limit: string) =>
  workplace.as('supervisor').ask('accounts.open', await opening(workplace, limit))

/** Proposes a limit for a new current account, unless a case says otherwise. */
async function proposing(
  workplace: TestWorkplace,
  changes: Partial<CallInput<'accounts.proposeLimit'>> = {},
) {
  const accountId =
    changes.accountId ?? (await openNewCustomersAccount(workplace.branch, { type: 'CURRENT' }))
  const input = { key: randomUUID(), currency: workplace.branch.currency, agreedLimit: '500' }
  return workplace.as('teller').ask('accounts.proposeLimit', { ...input, ...changes, accountId })
}

const setCustomer = ({ branch }: TestWorkplace, id: string, change: string) =>
  branch.database.superuser.query(`UPDATE customers SET ${change} WHERE id = $1`, [id])

type StatusCall = 'accounts.freeze' | 'accounts.unfreeze' | 'accounts.close'

/** An account is frozen and closed at the branch that keeps it. */
const ofOtherBranch =
  <N extends StatusCall>(name: N, role: 'teller' | 'supervisor'): Case<N> =>
  async (workplace) => {
    const accountId = await openNewCustomersAccount(workplace.branch)
    return (await fromSecondBranch(workplace, role)).ask(name, { accountId, reason } as CallInput<N>)
  }

/** Reads as the teller of another branch, while accounts are not read across branches. */
const unreadable = <T>(workplace: TestWorkplace, read: (other: TestWorkplace) => Promise<T>): Promise<T> =>
  withoutCrossing(workplace.branch.database, 'ACCOUNT_READ', async () =>
    read(await fromSecondBranch(workplace, 'teller')),
  )

export const accountCases = {
  ...holdCases,
  'accounts.open': {
    PRODUCT_NOT_FOUND: async (workplace) =>
      workplace.as('teller').ask('accounts.open', { ...(await opening(workplace)), productId: randomUUID() }),
    CUSTOMER_NOT_FOUND: async (workplace) =>
      workplace
        .as('teller')
        .ask('accounts.open', { ...(await opening(workplace)), customerId: randomUUID() }),
    CUSTOMER_BLOCKED: async (workplace) => {
      const input = await opening(workplace)
      await confirmListedCustomer(workplace.branch, input.customerId)
      return workplace.as('teller').ask('accounts.open', input)
    },
    CUSTOMER_NOT_ACTIVE: async (workplace) => {
      const input = await opening(workplace)
      await setCustomer(workplace, input.customerId, "status = 'SUSPENDED'")
      return workplace.as('teller').ask('accounts.open', input)
    },
    KYC_EXPIRED: async (workplace) => {
      const input = await opening(workplace)
      await workplace.branch.database.superuser.query(
        `UPDATE kyc_standing SET expired_on = '2020-01-01' WHERE customer_id = $1`,
        [input.customerId],
      )
      return workplace.as('teller').ask('accounts.open', input)
    },
    KYC_NOT_APPROVED: async (workplace) => {
      const input = await opening(workplace)
      await setCustomer(workplace, input.customerId, "kyc_status = 'PENDING'")
      return workplace.as('teller').ask('accounts.open', input)
    },
    CURRENCY_NOT_SUPPORTED: async (workplace) =>
      workplace.as('teller').ask('accounts.open', { ...(await opening(workplace)), currency: 'KWD' }),
    LIMIT_NOT_POSSIBLE: async (workplace) => {
      const input = await opening(workplace, '500')
      return workplace.as('supervisor').ask('accounts.open', { ...input, accountType: 'SAVINGS' })
    },
    OTHER_BRANCH: async (workplace) => {
      const input = await opening(workplace)
      return withoutCrossing(workplace.branch.database, 'ACCOUNT_OPEN', async () =>
        (await fromSecondBranch(workplace, 'teller')).ask('accounts.open', input),
      )
    },
    AMOUNT_NOT_A_NUMBER: (workplace) => withLimit(workplace, 'much'),
    AMOUNT_NEGATIVE: (workplace) => withLimit(workplace, '-5'),
    AMOUNT_TOO_PRECISE: (workplace) => withLimit(workplace, '5.005'),
    AMOUNT_TOO_LARGE: (workplace) => withLimit(workplace, '10000000000000'),
    KEY_REUSED: async (workplace) => {
      const input = await opening(workplace)
      await workplace.as('teller').call('accounts.open', input)
      return workplace.as('teller').ask('accounts.open', { ...input, currency: 'EUR' })
    },
  },
  'accounts.proposeLimit': {
    ACCOUNT_NOT_FOUND: (workplace) => proposing(workplace, { accountId: randomUUID() }),
    ACCOUNT_CLOSED: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch, { type: 'CURRENT' })
      await workplace.as('teller').call('accounts.close', { accountId, reason })
      return proposing(workplace, { accountId })
    },
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch, { type: 'CURRENT' })
      const other = await fromSecondBranch(workplace, 'teller')
      const input = { key: randomUUID(), accountId, currency: 'USD', agreedLimit: '500' }
      return other.ask('accounts.proposeLimit', input)
    },
    CURRENCY_NOT_SUPPORTED: (workplace) => proposing(workplace, { currency: 'KWD' }),
    LIMIT_NOT_POSSIBLE: async (workplace) =>
      proposing(workplace, { accountId: await openNewCustomersAccount(workplace.branch) }),
    LIMIT_UNCHANGED: (workplace) => proposing(workplace, { agreedLimit: '0' }),
    LIMIT_WAITS: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch, { type: 'CURRENT' })
      await proposing(workplace, { accountId })
      return proposing(workplace, { accountId })
    },
    AMOUNT_NOT_A_NUMBER: (workplace) => proposing(workplace, { agreedLimit: 'much' }),
    AMOUNT_NEGATIVE: (workplace) => proposing(workplace, { agreedLimit: '-5' }),
    AMOUNT_TOO_PRECISE: (workplace) => proposing(workplace, { agreedLimit: '5.005' }),
    AMOUNT_TOO_LARGE: (workplace) => proposing(workplace, { agreedLimit: '10000000000000' }),
    KEY_REUSED: async (workplace) => {
      const key = randomUUID()
      const accountId = await openNewCustomersAccount(workplace.branch, { type: 'CURRENT' })
      await proposing(workplace, { key, accountId })
      return proposing(workplace, { key, accountId, agreedLimit: '600' })
    },
  },
  'accounts.find': {
    ACCOUNT_NUMBER_INVALID: ({ as }) => as('teller').ask('accounts.find', { accountNumber: '4017-220-911' }),
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.find', { accountNumber: '0000000000' }),
    OTHER_BRANCH: async (workplace) => {
      const id = await openNewCustomersAccount(workplace.branch)
      const accountNumber = await accountNumberOf(workplace.branch, id)
      return unreadable(workplace, (other) => other.ask('accounts.find', { accountNumber }))
    },
  },
  'accounts.freeze': {
    OTHER_BRANCH: ofOtherBranch('accounts.freeze', 'teller'),
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.freeze', { accountId: randomUUID(), reason }),
    ACCOUNT_FROZEN: async (workplace) => {
      const accountId = await frozen(workplace)
      return workplace.as('teller').ask('accounts.freeze', { accountId, reason })
    },
    ACCOUNT_CLOSED: async (workplace) => {
      const accountId = await closed(workplace)
      return workplace.as('teller').ask('accounts.freeze', { accountId, reason })
    },
  },
  'accounts.unfreeze': {
    ACCOUNT_CLOSED: async (workplace) => {
      const accountId = await closed(workplace)
      return workplace.as('supervisor').ask('accounts.unfreeze', { accountId, reason })
    },
    OTHER_BRANCH: ofOtherBranch('accounts.unfreeze', 'supervisor'),
    ACCOUNT_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('accounts.unfreeze', { accountId: randomUUID(), reason }),
    ACCOUNT_NOT_FROZEN: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      return workplace.as('supervisor').ask('accounts.unfreeze', { accountId, reason })
    },
  },
  'accounts.close': {
    OTHER_BRANCH: ofOtherBranch('accounts.close', 'teller'),
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.close', { accountId: randomUUID(), reason }),
    ACCOUNT_FROZEN: async (workplace) => {
      const accountId = await frozen(workplace)
      return workplace.as('teller').ask('accounts.close', { accountId, reason })
    },
    ACCOUNT_CLOSED: async (workplace) => {
      const accountId = await closed(workplace)
      return workplace.as('teller').ask('accounts.close', { accountId, reason })
    },
    ...notSettledCases,
    BALANCE_NOT_ZERO: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch, { balance: '1.00' })
      return workplace.as('teller').ask('accounts.close', { accountId, reason })
    },
  },
  'accounts.statement': {
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      return unreadable(workplace, (other) =>
        other.ask('accounts.statement', { accountId, before: null, limit: 10 }),
      )
    },
    ACCOUNT_NOT_FOUND: ({ as }) =>
      as('teller').ask('accounts.statement', { accountId: randomUUID(), before: null, limit: 10 }),
  },
  'accounts.balanceOn': {
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      return unreadable(workplace, (other) =>
        other.ask('accounts.balanceOn', { accountId, date: '2026-01-01' }),
      )
    },
    ACCOUNT_NOT_FOUND: ({ as }) =>
      as('teller').ask('accounts.balanceOn', { accountId: randomUUID(), date: '2026-01-01' }),
  },
  'accounts.exportStatement': {
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      return unreadable(workplace, (other) =>
        other.ask('accounts.exportStatement', { accountId, format: 'CSV', from: null, to: null }),
      )
    },
    ACCOUNT_NOT_FOUND: ({ as }) =>
      as('teller').ask('accounts.exportStatement', {
        accountId: randomUUID(),
        format: 'CSV',
        from: null,
        to: null,
      }),
    STATEMENT_TOO_LONG: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      const { branch } = workplace
      const from = await cashAccountOf(branch, branch.tills[1])
      await insertPostings(branch, { type: 'DEPOSIT', from, to: accountId, amount: '0.01', count: 5_001 })
      return workplace
        .as('teller')
        .ask('accounts.exportStatement', { accountId, format: 'PDF', from: null, to: null })
    },
  },
} satisfies Partial<Cases>
