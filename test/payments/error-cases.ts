import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Cases } from '../contract/cases.ts'
import { blockedByKyc, inStatus } from '../postings/arranged-accounts.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { type TestBranch, withDayClosed } from '../support/branch.ts'
import { otherBranch, withoutCrossing } from '../support/other-branch.ts'
import { asBytes, csvOf, painOf, payerAndPayees } from '../support/payments.ts'
import type { TestWorkplace } from '../support/workplace.ts'

type Begin = CallInput<'payments.begin'>

/** A file of one payment of 1.00, and taking it as it would be shown. */
async function newFile(branch: TestBranch, changes: Partial<Begin> = {}): Promise<Begin> {
  const { payer, numbers } = await payerAndPayees(branch, '100.00', 1)
  const content = asBytes(csvOf([[numbers[0] ?? '', '1.00']]))
  const said = { key: randomUUID(), description: null, payments: 1, total: '1.00', fee: '0.00' }
  return { accountId: payer, fileName: 'salaries.csv', content, ...said, ...changes }
}

const chosenOf = ({ accountId, fileName, content }: Begin) => ({ accountId, fileName, content })

const take = async ({ as, branch }: TestWorkplace, changes: Partial<Begin> = {}) =>
  as('teller').ask('payments.begin', await newFile(branch, changes))

const preview = async ({ as, branch }: TestWorkplace, changes: Partial<Begin> = {}) =>
  as('teller').ask('payments.preview', chosenOf(await newFile(branch, changes)))

/** Makes a file while its account is at a branch that may not be posted on from here. */
async function fromElsewhere<T>({ branch }: TestWorkplace, work: (file: Begin) => Promise<T>): Promise<T> {
  const file = await newFile(branch)
  const home = await otherBranch(branch.database)
  await branch.database.superuser.query('UPDATE accounts SET branch_id = $1 WHERE id = $2', [
    home,
    file.accountId,
  ])
  return withoutCrossing(branch.database, 'ACCOUNT_POST', () => work(file))
}

const LARGE = new Uint8Array(30_000_001)
const missing = () => ({ id: randomUUID() })

/** One and the same message twice, in two files. */
async function sameMessage({ as, branch }: TestWorkplace) {
  const { payer, payerNumber, numbers } = await payerAndPayees(branch)
  const fileOf = (amount: string) =>
    asBytes(painOf({ debtor: payerNumber, payments: [[numbers[0] ?? '', amount]], messageId: 'SAME' }))
  const first = await newFile(branch, { accountId: payer, content: fileOf('1.00') })
  await as('teller').call('payments.begin', first)
  const other = { ...first, key: randomUUID(), content: fileOf('2.00'), total: '2.00' }
  return as('teller').ask('payments.begin', other)
}

export const paymentCases = {
  'payments.preview': {
    ACCOUNT_NOT_FOUND: (workplace) => preview(workplace, { accountId: randomUUID() }),
    ACCOUNT_CLOSED: async (workplace) =>
      preview(workplace, { accountId: await inStatus(workplace.branch, 'CLOSED') }),
    ACCOUNT_DORMANT: async (workplace) =>
      preview(workplace, { accountId: await inStatus(workplace.branch, 'INACTIVE') }),
    KYC_EXPIRED_BLOCKS: async (workplace) =>
      preview(workplace, { accountId: await blockedByKyc(workplace.branch) }),
    ACCOUNT_FROZEN: async (workplace) =>
      preview(workplace, { accountId: await inStatus(workplace.branch, 'SUSPENDED') }),
    BRANCH_DAY_CLOSED: async ({ as, branch }) => {
      const file = await newFile(branch)
      return withDayClosed(branch, () => as('teller').ask('payments.preview', chosenOf(file)))
    },
    FILE_TOO_LARGE: (workplace) => preview(workplace, { content: LARGE }),
    OTHER_BRANCH: (workplace) =>
      fromElsewhere(workplace, (file) => workplace.as('teller').ask('payments.preview', chosenOf(file))),
    POSTING_NOT_ALLOWED: async (workplace) =>
      preview(workplace, {
        accountId: await openNewCustomersAccount(workplace.branch, { type: 'LOAN', agreedLimit: '100' }),
      }),
  },
  'payments.begin': {
    ACCOUNT_NOT_FOUND: (workplace) => take(workplace, { accountId: randomUUID() }),
    ACCOUNT_CLOSED: async (workplace) =>
      take(workplace, { accountId: await inStatus(workplace.branch, 'CLOSED') }),
    ACCOUNT_DORMANT: async (workplace) =>
      take(workplace, { accountId: await inStatus(workplace.branch, 'INACTIVE') }),
    KYC_EXPIRED_BLOCKS: async (workplace) =>
      take(workplace, { accountId: await blockedByKyc(workplace.branch) }),
    ACCOUNT_FROZEN: async (workplace) =>
      take(workplace, { accountId: await inStatus(workplace.branch, 'SUSPENDED') }),
    AMOUNT_TOO_LARGE: async (workplace) => {
      const { payer, numbers } = await payerAndPayees(workplace.branch, '1.00', 1)
      const most = [numbers[0] ?? '', '9,999,999,999,999.00'] as const
      const content = asBytes(csvOf([most, most]))
      return take(workplace, { accountId: payer, content, payments: 2, total: '19999999999998.00' })
    },
    BRANCH_DAY_CLOSED: async ({ as, branch }) => {
      const file = await newFile(branch)
      return withDayClosed(branch, () => as('teller').ask('payments.begin', file))
    },
    CHANGED_MEANWHILE: (workplace) => take(workplace, { total: '2.00' }),
    FILE_TOO_LARGE: (workplace) => take(workplace, { content: LARGE }),
    KEY_REUSED: async (workplace) => {
      const { key } = await newFile(workplace.branch)
      await take(workplace, { key })
      return take(workplace, { key })
    },
    OTHER_BRANCH: (workplace) =>
      fromElsewhere(workplace, (file) => workplace.as('teller').ask('payments.begin', file)),
    PAYMENT_FILE_FAULTY: (workplace) => take(workplace, { content: asBytes('Who,What\n1,2') }),
    PAYMENT_FILE_KNOWN: async ({ as, branch }) => {
      const file = await newFile(branch)
      await as('teller').call('payments.begin', file)
      return as('teller').ask('payments.begin', { ...file, key: randomUUID() })
    },
    PAYMENT_MESSAGE_KNOWN: sameMessage,
    POSTING_NOT_ALLOWED: async (workplace) =>
      take(workplace, {
        accountId: await openNewCustomersAccount(workplace.branch, { type: 'LOAN', agreedLimit: '100' }),
      }),
  },
  'payments.goOn': {
    BRANCH_DAY_CLOSED: ({ as, branch }) =>
      withDayClosed(branch, () => as('teller').ask('payments.goOn', missing())),
    PAYMENTS_NOT_FOUND: ({ as }) => as('teller').ask('payments.goOn', missing()),
  },
  'payments.cancel': { PAYMENTS_NOT_FOUND: ({ as }) => as('teller').ask('payments.cancel', missing()) },
  'payments.read': { PAYMENTS_NOT_FOUND: ({ as }) => as('teller').ask('payments.read', missing()) },
  'payments.exportResult': {
    PAYMENTS_NOT_FOUND: ({ as }) => as('teller').ask('payments.exportResult', { ...missing(), as: 'CSV' }),
  },
} satisfies Partial<Cases>
