import type { CallInput } from '../../shared/contract.ts'
import { type Bench, newId } from '../contract/bench.ts'
import type { Case, Cases } from '../contract/cases.ts'
import { inStatus, nearlyFull } from './error-cases.ts'

type Transfer = Omit<CallInput<'postings.postTransfer'>, 'key' | 'description'>
type Make = (bench: Bench) => Promise<Transfer>

/** A transfer that would go through, unless something about it is changed. */
async function ordinary(bench: Bench, change: Partial<Transfer> = {}): Promise<Transfer> {
  const fromAccountId = change.fromAccountId ?? (await bench.account({ balance: '50.00' }))
  return { fromAccountId, toAccountId: await bench.account(), amount: '1', currency: 'USD', ...change }
}

const INPUTS = {
  AMOUNT_NOT_A_NUMBER: (b) => ordinary(b, { amount: 'x' }),
  AMOUNT_ZERO: (b) => ordinary(b, { amount: '0' }),
  AMOUNT_NEGATIVE: (b) => ordinary(b, { amount: '-1' }),
  AMOUNT_TOO_PRECISE: (b) => ordinary(b, { amount: '1.005' }),
  AMOUNT_TOO_LARGE: (b) => ordinary(b, { amount: '10000000000000' }),
  ACCOUNT_NOT_FOUND: (b) => ordinary(b, { toAccountId: newId() }),
  ACCOUNT_FROZEN: async (b) => ordinary(b, { fromAccountId: await inStatus(b, 'SUSPENDED', '50.00') }),
  ACCOUNT_CLOSED: async (b) => ordinary(b, { toAccountId: await inStatus(b, 'CLOSED') }),
  BALANCE_TOO_LARGE: async (b) => ordinary(b, { toAccountId: await nearlyFull(b) }),
  CURRENCY_MISMATCH: async (b) => ordinary(b, { toAccountId: await b.account({ currency: 'EUR' }) }),
  INSUFFICIENT_FUNDS: (b) => ordinary(b, { amount: '50.01' }),
  LOAN_OVERPAID: async (b) =>
    ordinary(b, { toAccountId: await b.account({ type: 'LOAN', agreedLimit: '100' }) }),
  POSTING_NOT_ALLOWED: async (b) =>
    ordinary(b, { fromAccountId: await b.account({ type: 'LOAN', agreedLimit: '100' }) }),
  SAME_ACCOUNT: async (b) => {
    const account = await b.account({ balance: '5.00' })
    return ordinary(b, { fromAccountId: account, toAccountId: account })
  },
} satisfies Record<string, Make>

const mapped = <T>(wrap: (make: Make) => T) =>
  Object.fromEntries(Object.entries(INPUTS).map(([code, make]) => [code, wrap(make)])) as {
    [E in keyof typeof INPUTS]: T
  }

const posting =
  (make: Make): Case<'postings.postTransfer'> =>
  async (bench) => {
    const input = await make(bench)
    return bench.as('teller').ask('postings.postTransfer', { ...input, key: newId(), description: null })
  }
const preview =
  (make: Make): Case<'postings.previewTransfer'> =>
  async (bench) => {
    const input = await make(bench)
    return bench.as('teller').ask('postings.previewTransfer', input)
  }

export const transferCases = {
  'postings.postTransfer': {
    ...mapped(posting),
    BRANCH_DAY_CLOSED: async (bench) => {
      const input = { ...(await ordinary(bench)), key: newId(), description: null }
      return bench.withDayClosed(() => bench.as('teller').ask('postings.postTransfer', input))
    },
    KEY_REUSED: async (bench) => {
      const input = { ...(await ordinary(bench)), key: newId(), description: null }
      await bench.as('teller').call('postings.postTransfer', input)
      return bench.as('teller').ask('postings.postTransfer', { ...input, amount: '2' })
    },
  },
  'postings.previewTransfer': {
    ...mapped(preview),
    BRANCH_DAY_CLOSED: async (bench) => {
      const input = await ordinary(bench)
      return bench.withDayClosed(() => bench.as('teller').ask('postings.previewTransfer', input))
    },
  },
  'postings.get': {
    TRANSACTION_NOT_FOUND: ({ as }) => as('teller').ask('postings.get', { transactionId: newId() }),
  },
  'postings.exportReceipt': {
    TRANSACTION_NOT_FOUND: ({ as }) => as('teller').ask('postings.exportReceipt', { transactionId: newId() }),
  },
} satisfies Partial<Cases>
