import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Case, Cases } from '../contract/cases.ts'
import { blockedByKyc, fullAccount, inStatus } from '../postings/arranged-accounts.ts'
import { openAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { type TestBranch, withDayClosed } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { setLimits } from '../support/limits.ts'
import { withoutCrossing } from '../support/other-branch.ts'
import { confirmListed } from '../support/screening.ts'
import { secondBranch } from '../support/second-branch.ts'
import { addProduct, addTerms, newProduct, newTerms, otherTerms } from '../support/products.ts'

type Proposal = CallInput<'products.propose'>

const proposing =
  (changes: Partial<Proposal>): Case<'products.propose'> =>
  ({ as }) =>
    as('supervisor').ask('products.propose', newProduct(changes))

const withFee = (monthlyFee: string) => proposing({ terms: newTerms({ monthlyFee }) })

type Payout = CallInput<'products.payOutLoan'>

/** A loan of 1,000.00 and a savings account of the same customer, and the payout of 100.00 that would go through. */
async function newPayout(branch: TestBranch, changes: Partial<Payout> = {}): Promise<Payout> {
  const customer = await approvedCustomer(branch)
  return {
    key: randomUUID(),
    accountId: await openAccount(branch, customer, { type: 'LOAN', agreedLimit: '1000' }),
    toAccountId: await openAccount(branch, customer),
    currency: 'USD',
    amount: '100.00',
    method: 'ANNUITY',
    months: 12,
    firstDue: await dayAfter(branch, 31),
    ...changes,
  }
}

const dayAfter = async (branch: TestBranch, days: number) =>
  new Date(Date.parse(await openDate(branch)) + days * 86_400_000).toISOString().slice(0, 10)

const payOut =
  (changes: Partial<Payout> = {}): Case<'products.payOutLoan'> =>
  async ({ as, branch }) =>
    as('supervisor').ask('products.payOutLoan', await newPayout(branch, changes))

const preview =
  (changes: Partial<Payout> = {}): Case<'products.previewLoan'> =>
  async ({ as, branch }) => {
    const { key: _, toAccountId: __, ...plan } = await newPayout(branch, changes)
    return as('supervisor').ask('products.previewLoan', plan)
  }

const AMOUNTS = {
  AMOUNT_NOT_A_NUMBER: 'a lot',
  AMOUNT_ZERO: '0',
  AMOUNT_NEGATIVE: '-1',
  AMOUNT_TOO_PRECISE: '0.005',
  AMOUNT_TOO_LARGE: '10000000000000',
}

/** A loan that was paid out, as the plan of another payout. */
async function paidOut({ as, branch }: Parameters<Case<'products.payOutLoan'>>[0]): Promise<Payout> {
  const payout = await newPayout(branch)
  await as('supervisor').call('products.payOutLoan', payout)
  return { ...payout, key: randomUUID() }
}

/** A payout onto an account of another customer, whose state is arranged, moved to the holder of the loan. */
const payOutTo =
  (arrange: (branch: TestBranch) => Promise<string>): Case<'products.payOutLoan'> =>
  async ({ as, branch }) => {
    const payout = await newPayout(branch)
    const to = await arrange(branch)
    await branch.database.superuser.query(
      'UPDATE accounts SET customer_id = (SELECT customer_id FROM accounts WHERE id = $1) WHERE id = $2',
      [payout.accountId, to],
    )
    return as('supervisor').ask('products.payOutLoan', { ...payout, toAccountId: to })
  }

const elsewhere = <T>({ branch }: { branch: TestBranch }, action: string, work: () => Promise<T>) =>
  withoutCrossing(branch.database, action, work)

async function moved(branch: TestBranch, accountId: string): Promise<void> {
  const { id } = await secondBranch(branch)
  await branch.database.superuser.query('UPDATE accounts SET branch_id = $1 WHERE id = $2', [id, accountId])
}

export const productCases = {
  'products.readAccount': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('products.readAccount', { accountId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      await moved(workplace.branch, accountId)
      return elsewhere(workplace, 'ACCOUNT_READ', () =>
        workplace.as('teller').ask('products.readAccount', { accountId }),
      )
    },
  },
  'products.previewLoan': {
    AMOUNT_NOT_A_NUMBER: preview({ amount: AMOUNTS.AMOUNT_NOT_A_NUMBER }),
    AMOUNT_ZERO: preview({ amount: AMOUNTS.AMOUNT_ZERO }),
    AMOUNT_NEGATIVE: preview({ amount: AMOUNTS.AMOUNT_NEGATIVE }),
    AMOUNT_TOO_PRECISE: preview({ amount: AMOUNTS.AMOUNT_TOO_PRECISE }),
    AMOUNT_TOO_LARGE: preview({ amount: AMOUNTS.AMOUNT_TOO_LARGE }),
    ACCOUNT_NOT_FOUND: preview({ accountId: randomUUID() }),
    CURRENCY_NOT_SUPPORTED: preview({ currency: 'XXX' }),
    FIRST_DUE_WRONG: preview({ firstDue: '2020-01-01' }),
    LOAN_PAID_OUT: async (workplace) => {
      const { key: _, toAccountId: __, ...plan } = await paidOut(workplace)
      return workplace.ask('products.previewLoan', plan)
    },
    OTHER_BRANCH: async (workplace) => {
      const { key: _, toAccountId: __, ...plan } = await newPayout(workplace.branch)
      await moved(workplace.branch, plan.accountId)
      return elsewhere(workplace, 'ACCOUNT_POST', () =>
        workplace.as('supervisor').ask('products.previewLoan', plan),
      )
    },
  },
  'products.payOutLoan': {
    AMOUNT_NOT_A_NUMBER: payOut({ amount: AMOUNTS.AMOUNT_NOT_A_NUMBER }),
    AMOUNT_ZERO: payOut({ amount: AMOUNTS.AMOUNT_ZERO }),
    AMOUNT_NEGATIVE: payOut({ amount: AMOUNTS.AMOUNT_NEGATIVE }),
    AMOUNT_TOO_PRECISE: payOut({ amount: AMOUNTS.AMOUNT_TOO_PRECISE }),
    AMOUNT_TOO_LARGE: payOut({ amount: AMOUNTS.AMOUNT_TOO_LARGE }),
    ACCOUNT_NOT_FOUND: payOut({ toAccountId: randomUUID() }),
    ACCOUNT_FROZEN: payOutTo((branch) => inStatus(branch, 'SUSPENDED')),
    KYC_EXPIRED_BLOCKS: payOutTo((branch) => blockedByKyc(branch)),
    ACCOUNT_CLOSED: payOutTo((branch) => inStatus(branch, 'CLOSED')),
    CUSTOMER_BLOCKED: async ({ as, branch }) => {
      const payout = await newPayout(branch)
      await confirmListed(branch, payout.accountId)
      return as('supervisor').ask('products.payOutLoan', payout)
    },
    BALANCE_TOO_LARGE: payOutTo((branch) => fullAccount(branch)),
    BRANCH_DAY_CLOSED: async (workplace) => {
      const payout = await newPayout(workplace.branch)
      return withDayClosed(workplace.branch, () =>
        workplace.as('supervisor').ask('products.payOutLoan', payout),
      )
    },
    CURRENCY_MISMATCH: payOutTo((branch) => openNewCustomersAccount(branch, { currency: 'EUR' })),
    CURRENCY_NOT_SUPPORTED: payOut({ currency: 'XXX' }),
    FIRST_DUE_WRONG: payOut({ firstDue: '2020-01-01' }),
    INSUFFICIENT_FUNDS: payOut({ amount: '1000.01' }),
    LOAN_PAID_OUT: async (workplace) => workplace.ask('products.payOutLoan', await paidOut(workplace)),
    LOAN_PAYOUT_WAITS: async (workplace) => {
      const payout = await newPayout(workplace.branch, { amount: '900' })
      await setLimits(workplace.branch, {
        role: 'SUPERVISOR',
        transactionType: 'TRANSFER',
        perPosting: '800',
      })
      await workplace.as('supervisor').call('products.payOutLoan', payout)
      return workplace.ask('products.payOutLoan', { ...payout, key: randomUUID(), amount: '50' })
    },
    OTHER_BRANCH: async (workplace) => {
      const payout = await newPayout(workplace.branch)
      await moved(workplace.branch, payout.accountId)
      return elsewhere(workplace, 'ACCOUNT_POST', () =>
        workplace.as('supervisor').ask('products.payOutLoan', payout),
      )
    },
    KEY_REUSED: async ({ as, branch }) => {
      const first = await newPayout(branch)
      await as('supervisor').call('products.payOutLoan', first)
      return as('supervisor').ask('products.payOutLoan', await newPayout(branch, { key: first.key }))
    },
  },
  'products.propose': {
    PRODUCT_NOT_FOUND: ({ as }) => as('supervisor').ask('products.propose', otherTerms(randomUUID())),
    PRODUCT_NAME_TAKEN: async (workplace) => {
      await addProduct(workplace.branch, { name: 'Taken' })
      return proposing({ product: { name: 'Taken', accountType: 'SAVINGS' } })(workplace)
    },
    CURRENCY_NOT_SUPPORTED: proposing({ currency: 'XXX' }),
    TERMS_TOO_EARLY: async (workplace) =>
      proposing({ terms: newTerms({ validFrom: await openDate(workplace.branch) }) })(workplace),
    TERMS_ON_SAME_DAY: async ({ as, branch }) => {
      const id = await addProduct(branch)
      await addTerms(branch, id, { validFrom: '2027-06-01' })
      return as('supervisor').ask('products.propose', otherTerms(id))
    },
    FEE_BOUNDS_CROSSED: proposing({
      terms: newTerms({
        fees: [
          {
            type: 'WITHDRAWAL',
            minimum: '5',
            maximum: '2',
            steps: [{ above: '0', flat: '1', percent: '0' }],
          },
        ],
      }),
    }),
    AMOUNT_NOT_A_NUMBER: withFee('a lot'),
    AMOUNT_NEGATIVE: withFee('-1'),
    AMOUNT_TOO_PRECISE: withFee('0.005'),
    AMOUNT_TOO_LARGE: withFee('10000000000000'),
    KEY_REUSED: async ({ as }) => {
      const proposal = newProduct()
      await as('supervisor').call('products.propose', proposal)
      return as('supervisor').ask('products.propose', {
        ...proposal,
        terms: newTerms({ monthlyFee: '9' }),
      })
    },
  },
} satisfies Partial<Cases>
