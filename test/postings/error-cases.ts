import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import { mapValues } from '../../shared/map-values.ts'
import type { Case, Cases } from '../contract/cases.ts'
import { type AccountOptions, openAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { type TestBranch, withDayClosed } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { addParty, minor } from '../support/mandates.ts'
import { withoutCrossing } from '../support/other-branch.ts'
import { fromSecondBranch, secondBranch } from '../support/second-branch.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { accountOfListed } from '../support/screening.ts'
import { stranger, unidentifiedHolder } from '../support/presenters.ts'
import type { PrinterBehaviour } from '../support/escpos-printer.ts'
import { withPrinter } from '../support/printers.ts'
import { setTellerTill } from '../support/tills.ts'
import type { TestWorkplace } from '../support/workplace.ts'
import { reversalCases, reverseCases } from './reversal-cases.ts'
import {
  blockedByKyc,
  fullAccount,
  inStatus,
  withMinimum,
  withOverdrawnAccount,
} from './arranged-accounts.ts'

type Cash = CallInput<'postings.postDeposit'>
type Transfer = CallInput<'postings.postTransfer'>
type Make<Input> = (workplace: TestWorkplace) => Promise<Input>

/** Makes the input of a posting in cash, with an account of its own. */
const cash =
  (options: AccountOptions, changes: Partial<Cash> = {}): Make<Cash> =>
  async ({ branch }) =>
    newCashPosting(await openNewCustomersAccount(branch, options), changes)

const LOAN: AccountOptions = { type: 'LOAN', agreedLimit: '100' }
const funded = cash({ balance: '50.00' })

/** Inputs that deposits, withdrawals and their previews refuse alike. */
const CASH = {
  AMOUNT_NOT_A_NUMBER: cash({}, { amount: '1 dollar' }),
  AMOUNT_ZERO: cash({}, { amount: '0.00' }),
  AMOUNT_NEGATIVE: cash({}, { amount: '-1' }),
  AMOUNT_TOO_PRECISE: cash({}, { amount: '0.001' }),
  AMOUNT_TOO_LARGE: cash({}, { amount: '10000000000000' }),
  ACCOUNT_NOT_FOUND: async () => newCashPosting(randomUUID()),
  ACCOUNT_FROZEN: async ({ branch }) => newCashPosting(await inStatus(branch, 'SUSPENDED')),
  ACCOUNT_CLOSED: async ({ branch }) => newCashPosting(await inStatus(branch, 'CLOSED')),
  CUSTOMER_BLOCKED: async ({ branch }) => newCashPosting(await accountOfListed(branch)),
  KYC_EXPIRED_BLOCKS: async ({ branch }) => newCashPosting(await blockedByKyc(branch)),
  CASH_IN_OTHER_CURRENCY: cash({ currency: 'EUR' }, { currency: 'EUR' }),
  CURRENCY_MISMATCH: cash({ currency: 'EUR' }),
  CURRENCY_NOT_SUPPORTED: cash({}, { currency: 'KWD' }), // three decimals
  CUSTOMER_NOT_FOUND: cash(
    { balance: '5.00' },
    { presenter: { customerId: randomUUID(), onBehalfOf: null } },
  ),
  IDENTIFICATION_NEEDED: async ({ branch }) => newCashPosting(await unidentifiedHolder(branch)),
  NAME_MIXES_ALPHABETS: cash({ balance: '5.00' }, { presenter: stranger({ name: 'Аna Berg' }) }), // Cyrillic А
  NAME_WITHOUT_LETTERS: cash({ balance: '5.00' }, { presenter: stranger({ name: '123' }) }),
} satisfies Record<string, Make<Cash>>

const DEPOSIT = {
  ...CASH,
  BALANCE_TOO_LARGE: async ({ branch }) => newCashPosting(await fullAccount(branch)),
  LOAN_OVERPAID: cash(LOAN),
} satisfies Record<string, Make<Cash>>

const WITHDRAWAL = {
  ...CASH,
  ACCOUNT_DORMANT: async ({ branch }) =>
    newCashPosting(await inStatus(branch, 'INACTIVE', { balance: '50.00' })),
  BELOW_MINIMUM: async ({ branch }) => newCashPosting(await withMinimum(branch)),
  INSUFFICIENT_FUNDS: cash({ balance: '5.00' }, { amount: '5.01' }),
  POSTING_NOT_ALLOWED: cash(LOAN),
  TILL_SHORT_OF_CASH: cash({ balance: '90000.00' }, { amount: '80000' }),
} satisfies Record<string, Make<Cash>>

/** The cases of whoever signs without the power to, as accounts to be debited by somebody. */
const SIGNED: Record<SignerError, (branch: TestBranch) => Promise<{ account: string; signedBy: string[] }>> =
  {
    SIGNER_WITHOUT_POWER: async (branch) => ({
      account: await openNewCustomersAccount(branch, { balance: '50.00' }),
      signedBy: [await approvedCustomer(branch)],
    }),
    SIGNER_ABOVE_LIMIT: (branch) => signedByAttorney(branch, { per_posting: '0.50', currency: `'USD'` }),
    SIGNER_MANDATE_ENDED: (branch) => signedByAttorney(branch, { valid_until: `'2020-02-01'` }),
    SIGNER_IS_MINOR: async (branch) => {
      const holder = await minor(branch, await approvedCustomer(branch))
      return { account: await openAccount(branch, holder, { balance: '50.00' }), signedBy: [] }
    },
    SIGNERS_TOGETHER: async (branch) => {
      const holder = await approvedCustomer(branch)
      const account = await openAccount(branch, holder, { balance: '50.00' })
      const joint = { power: `'JOINT'`, together: 'true', account_id: `'${account}'` }
      await addParty(branch, holder, await approvedCustomer(branch), joint)
      return { account, signedBy: [] }
    },
  }
type SignerError =
  | 'SIGNER_WITHOUT_POWER'
  | 'SIGNER_ABOVE_LIMIT'
  | 'SIGNER_MANDATE_ENDED'
  | 'SIGNER_IS_MINOR'
  | 'SIGNERS_TOGETHER'

async function signedByAttorney(branch: TestBranch, columns: Readonly<Record<string, string>>) {
  const holder = await approvedCustomer(branch)
  const attorney = await approvedCustomer(branch)
  await addParty(branch, holder, attorney, columns)
  return { account: await openAccount(branch, holder, { balance: '50.00' }), signedBy: [attorney] }
}

const SIGNED_WITHDRAWAL = mapValues(SIGNED, (arrange) => async ({ branch }: TestWorkplace) => {
  const { account, signedBy } = await arrange(branch)
  return { ...newCashPosting(account), signedBy }
})
const SIGNED_TRANSFER = mapValues(SIGNED, (arrange) => async ({ branch }: TestWorkplace) => {
  const { account, signedBy } = await arrange(branch)
  return newTransfer(account, await openNewCustomersAccount(branch), { signedBy })
})

/** A transfer that would go through, unless something about it is changed. */
const transfer =
  (changes: Partial<Transfer> = {}): Make<Transfer> =>
  async ({ branch }) =>
    newTransfer(
      changes.fromAccountId ?? (await openNewCustomersAccount(branch, { balance: '50.00' })),
      changes.toAccountId ?? (await openNewCustomersAccount(branch)),
      changes,
    )

/** The same to an account that is arranged first. */
const transferTo =
  (arrange: (workplace: TestWorkplace) => Promise<string>): Make<Transfer> =>
  async (workplace) =>
    transfer({ toAccountId: await arrange(workplace) })(workplace)
const transferFrom =
  (arrange: (workplace: TestWorkplace) => Promise<string>): Make<Transfer> =>
  async (workplace) =>
    transfer({ fromAccountId: await arrange(workplace) })(workplace)

const TRANSFER = {
  AMOUNT_NOT_A_NUMBER: transfer({ amount: 'x' }),
  AMOUNT_ZERO: transfer({ amount: '0' }),
  AMOUNT_NEGATIVE: transfer({ amount: '-1' }),
  AMOUNT_TOO_PRECISE: transfer({ amount: '1.005' }),
  AMOUNT_TOO_LARGE: transfer({ amount: '10000000000000' }),
  ACCOUNT_NOT_FOUND: transfer({ toAccountId: randomUUID() }),
  ACCOUNT_DORMANT: transferFrom(({ branch }) => inStatus(branch, 'INACTIVE', { balance: '50.00' })),
  ACCOUNT_FROZEN: transferFrom(({ branch }) => inStatus(branch, 'SUSPENDED', { balance: '50.00' })),
  KYC_EXPIRED_BLOCKS: transferFrom(({ branch }) => blockedByKyc(branch, { balance: '50.00' })),
  ACCOUNT_CLOSED: transferTo(({ branch }) => inStatus(branch, 'CLOSED')),
  CUSTOMER_BLOCKED: transferTo(({ branch }) => accountOfListed(branch)),
  BALANCE_TOO_LARGE: transferTo(({ branch }) => fullAccount(branch)),
  CURRENCY_MISMATCH: transferTo(({ branch }) => openNewCustomersAccount(branch, { currency: 'EUR' })),
  CURRENCY_NOT_SUPPORTED: transfer({ currency: 'KWD' }),
  BELOW_MINIMUM: transferFrom((workplace) => withMinimum(workplace.branch)),
  INSUFFICIENT_FUNDS: transfer({ amount: '50.01' }),
  LOAN_OVERPAID: transferTo(({ branch }) => openNewCustomersAccount(branch, LOAN)),
  POSTING_NOT_ALLOWED: transferFrom(({ branch }) => openNewCustomersAccount(branch, LOAN)),
  SAME_ACCOUNT: async ({ branch }) => {
    const account = await openNewCustomersAccount(branch, { balance: '5.00' })
    return newTransfer(account, account)
  },
} satisfies Record<string, Make<Transfer>>

/** A posting on a customer's account of another branch, while that may not cross. */
const acrossBranches =
  <N extends PostingCall>(name: N, make: Make<Cash | Transfer>): Case<N> =>
  async (workplace) => {
    await setTellerTill(workplace.branch, true)
    const input = await make(workplace)
    const { id } = await secondBranch(workplace.branch)
    const account = 'accountId' in input ? input.accountId : input.toAccountId
    await workplace.branch.database.superuser.query('UPDATE accounts SET branch_id = $1 WHERE id = $2', [
      id,
      account,
    ])
    return withoutCrossing(workplace.branch.database, 'ACCOUNT_POST', () => ask(workplace, name, input))
  }

type PostingCall =
  | 'postings.postDeposit'
  | 'postings.previewDeposit'
  | 'postings.postWithdrawal'
  | 'postings.previewWithdrawal'
  | 'postings.postTransfer'
  | 'postings.previewTransfer'
type PostCall = Extract<PostingCall, `postings.post${string}`>
type CashCall = Exclude<PostingCall, `${string}Transfer`>

/** The call as the teller; a preview leaves the key and the description out of what it is given. */
const ask = <N extends PostingCall>({ as }: TestWorkplace, name: N, input: Cash | Transfer) =>
  as('teller').ask(name, input as CallInput<N>)

/** A case for every arranged input: the teller has an open till, and the call refuses. */
function casesOf<N extends PostingCall, Inputs extends Record<string, Make<Cash | Transfer>>>(
  name: N,
  inputs: Inputs,
) {
  const cases = Object.entries(inputs).map(([code, make]): [string, Case<N>] => [
    code,
    async (workplace) => {
      await setTellerTill(workplace.branch, true)
      return ask(workplace, name, await make(workplace))
    },
  ])
  return Object.fromEntries(cases) as { [Code in keyof Inputs]: Case<N> }
}

const tillNotOpen =
  <N extends CashCall>(name: N): Case<N> =>
  async (workplace) => {
    const input = await funded(workplace)
    await setTellerTill(workplace.branch, false)
    return ask(workplace, name, input)
  }

const dayClosed =
  <N extends PostingCall>(name: N, make: Make<Cash | Transfer>): Case<N> =>
  async (workplace) => {
    await setTellerTill(workplace.branch, true)
    const input = await make(workplace)
    return withDayClosed(workplace.branch, () => ask(workplace, name, input))
  }

const keyReused =
  <N extends PostCall>(name: N, make: Make<Cash | Transfer>): Case<N> =>
  async (workplace) => {
    await setTellerTill(workplace.branch, true)
    const input = await make(workplace)
    await workplace.as('teller').call(name, input as CallInput<N>)
    return ask(workplace, name, { ...input, amount: '2' })
  }

const overdrawn =
  <N extends CashCall>(name: N): Case<N> =>
  async (workplace) => {
    await setTellerTill(workplace.branch, true)
    return withOverdrawnAccount(workplace.branch, (id) => ask(workplace, name, newCashPosting(id)))
  }

/** Opens a receipt as the teller of another branch, while receipts are not opened across branches. */
async function unreadable<N extends 'postings.get' | 'postings.exportReceipt' | 'printers.printReceipt'>(
  workplace: TestWorkplace,
  name: N,
) {
  await setTellerTill(workplace.branch, true)
  const posted = await workplace.as('teller').call('postings.postDeposit', await funded(workplace))
  const other = await fromSecondBranch(workplace, 'teller')
  return withoutCrossing(workplace.branch.database, 'POSTING_READ', () =>
    other.ask(name, { transactionId: posted.id } as CallInput<N>),
  )
}

/** Prints the receipt of a deposit on a printer that behaves like this. */
const printed =
  (changes: Partial<PrinterBehaviour>): Case<'printers.printReceipt'> =>
  async (workplace) => {
    await setTellerTill(workplace.branch, true)
    const { id } = await workplace.as('teller').call('postings.postDeposit', await funded(workplace))
    return withPrinter(workplace, changes, () =>
      workplace.as('teller').ask('printers.printReceipt', { transactionId: id }),
    )
  }

const printReceiptCases: Cases['printers.printReceipt'] = {
  OTHER_BRANCH: (workplace) =>
    withPrinter(workplace, {}, () => unreadable(workplace, 'printers.printReceipt')),
  PRINTER_NOT_CHOSEN: ({ as }) => as('teller').ask('printers.printReceipt', { transactionId: randomUUID() }),
  PRINTER_NOT_FOUND: async (workplace) => {
    const { known } = workplace.state.printers
    await known.choose('RECEIPT', randomUUID())
    const answer = await workplace.as('teller').ask('printers.printReceipt', { transactionId: randomUUID() })
    await known.choose('RECEIPT', null)
    return answer
  },
  PRINTER_NOT_READY: printed({ silent: true }),
  PRINTER_UNREACHABLE: (workplace) =>
    withPrinter(workplace, {}, async (_, printer) => {
      await printer.close()
      return workplace.as('teller').ask('printers.printReceipt', { transactionId: randomUUID() })
    }),
  PRINT_STOPPED: printed({ stopsAfter: { bytes: 60, by: 'CUT' } }),
  TRANSACTION_NOT_FOUND: (workplace) =>
    withPrinter(workplace, {}, () =>
      workplace.as('teller').ask('printers.printReceipt', { transactionId: randomUUID() }),
    ),
}

export const postingCases = {
  'postings.postDeposit': {
    ...casesOf('postings.postDeposit', DEPOSIT),
    TILL_NOT_OPEN: tillNotOpen('postings.postDeposit'),
    BRANCH_DAY_CLOSED: dayClosed('postings.postDeposit', funded),
    OTHER_BRANCH: acrossBranches('postings.postDeposit', funded),
    KEY_REUSED: keyReused('postings.postDeposit', funded),
  },
  'postings.previewDeposit': {
    ...casesOf('postings.previewDeposit', DEPOSIT),
    TILL_NOT_OPEN: tillNotOpen('postings.previewDeposit'),
    BRANCH_DAY_CLOSED: dayClosed('postings.previewDeposit', funded),
    OTHER_BRANCH: acrossBranches('postings.previewDeposit', funded),
  },
  'postings.postWithdrawal': {
    ...casesOf('postings.postWithdrawal', WITHDRAWAL),
    ...casesOf('postings.postWithdrawal', SIGNED_WITHDRAWAL),
    BALANCE_TOO_LARGE: overdrawn('postings.postWithdrawal'),
    TILL_NOT_OPEN: tillNotOpen('postings.postWithdrawal'),
    BRANCH_DAY_CLOSED: dayClosed('postings.postWithdrawal', funded),
    OTHER_BRANCH: acrossBranches('postings.postWithdrawal', funded),
    KEY_REUSED: keyReused('postings.postWithdrawal', funded),
  },
  'postings.previewWithdrawal': {
    ...casesOf('postings.previewWithdrawal', WITHDRAWAL),
    ...casesOf('postings.previewWithdrawal', SIGNED_WITHDRAWAL),
    BALANCE_TOO_LARGE: overdrawn('postings.previewWithdrawal'),
    TILL_NOT_OPEN: tillNotOpen('postings.previewWithdrawal'),
    BRANCH_DAY_CLOSED: dayClosed('postings.previewWithdrawal', funded),
    OTHER_BRANCH: acrossBranches('postings.previewWithdrawal', funded),
  },
  'postings.postTransfer': {
    ...casesOf('postings.postTransfer', TRANSFER),
    ...casesOf('postings.postTransfer', SIGNED_TRANSFER),
    BRANCH_DAY_CLOSED: dayClosed('postings.postTransfer', transfer()),
    OTHER_BRANCH: acrossBranches('postings.postTransfer', transfer()),
    KEY_REUSED: keyReused('postings.postTransfer', transfer()),
  },
  'postings.previewTransfer': {
    ...casesOf('postings.previewTransfer', TRANSFER),
    ...casesOf('postings.previewTransfer', SIGNED_TRANSFER),
    BRANCH_DAY_CLOSED: dayClosed('postings.previewTransfer', transfer()),
    OTHER_BRANCH: acrossBranches('postings.previewTransfer', transfer()),
  },
  'postings.previewReversal': reversalCases('postings.previewReversal'),
  'postings.reverse': { ...reversalCases('postings.reverse'), ...reverseCases },
  'postings.get': {
    OTHER_BRANCH: (workplace) => unreadable(workplace, 'postings.get'),
    TRANSACTION_NOT_FOUND: ({ as }) => as('teller').ask('postings.get', { transactionId: randomUUID() }),
  },
  'postings.find': {
    TRANSACTION_NOT_FOUND: ({ as }) => as('teller').ask('postings.find', { reference: 'T261123-999999' }),
  },
  'postings.exportReceipt': {
    OTHER_BRANCH: (workplace) => unreadable(workplace, 'postings.exportReceipt'),
    TRANSACTION_NOT_FOUND: ({ as }) =>
      as('teller').ask('postings.exportReceipt', { transactionId: randomUUID() }),
  },
  'printers.printReceipt': printReceiptCases,
} satisfies Partial<Cases>
