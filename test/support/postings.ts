import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { StatementLine } from '../../shared/contract/accounts.ts'
import type { Leg, PostingView } from '../../shared/contract/postings.ts'
import type { Reader } from '../../electron/print/receipt-content.ts'

type NewCashPosting = CallInput<'postings.postDeposit'>
type NewTransfer = CallInput<'postings.postTransfer'>

/** A whole deposit or withdrawal of 1 USD as a teller posts one, with a key of its own. */
export const newCashPosting = (accountId: string, changes: Partial<NewCashPosting> = {}): NewCashPosting => ({
  key: randomUUID(),
  accountId,
  amount: '1',
  currency: 'USD',
  description: null,
  ...changes,
})

/** A whole transfer of 1 USD as a teller posts one, with a key of its own. */
export const newTransfer = (
  fromAccountId: string,
  toAccountId: string,
  changes: Partial<NewTransfer> = {},
): NewTransfer => ({
  key: randomUUID(),
  fromAccountId,
  toAccountId,
  amount: '1',
  currency: 'USD',
  description: null,
  ...changes,
})

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** The till's leg of a posting in cash. */
export const tillLeg = (side: Leg['side'], amount = '500.00'): Leg => ({
  side,
  accountId: uuid(1),
  accountNumber: '4017000003',
  label: 'Till 3',
  holder: null,
  amount,
  ledgerBefore: null,
  ledgerAfter: null,
  availableBefore: null,
  availableAfter: null,
})

/** The leg of a customer's savings account. */
export const customerLeg = (side: Leg['side'], changes: Partial<Leg> = {}): Leg => ({
  side,
  accountId: uuid(2),
  accountNumber: '4017220912',
  label: 'SAVINGS',
  holder: 'Maria Petrova',
  amount: '500.00',
  ledgerBefore: '1204.50',
  ledgerAfter: side === 'CREDIT' ? '1704.50' : '704.50',
  availableBefore: '1204.50',
  availableAfter: side === 'CREDIT' ? '1704.50' : '704.50',
  ...changes,
})

/** Whoever has this name, and all accounts under it. */
export const readerCalled = ({ legs }: Pick<PostingView, 'legs'>, name: string): Reader => ({
  name,
  accountIds: legs.filter(({ holder }) => holder === name).map(({ accountId }) => accountId),
})

/** A posted deposit of 500 EUR with both its legs, as the receipt shows one. */
export const postingView = (changes: Partial<PostingView> = {}): PostingView => ({
  id: uuid(3),
  reference: 'T261123-000001',
  transactionType: 'DEPOSIT',
  status: 'COMPLETED',
  description: null,
  businessDate: '2026-11-23',
  valueDate: '2026-11-23',
  postedAt: '2026-11-23T13:05:09Z',
  actor: { kind: 'PERSON', person: 'Ivan Kolev', causeType: 'INTENT', cause: null },
  branchName: 'Central Branch',
  amount: '500.00',
  currency: 'EUR',
  legs: [tillLeg('DEBIT'), customerLeg('CREDIT')],
  reversal: null,
  presenter: null,
  signers: [],
  ...changes,
})

/** A line of a statement: a deposit of 1.00 to an empty account. */
export const statementLine = (changes: Partial<StatementLine> = {}): StatementLine => ({
  entryId: uuid(1000),
  transactionId: uuid(3),
  reference: 'T261122-000001',
  businessDate: '2026-11-22',
  valueDate: '2026-11-22',
  postedAt: '2026-11-22T10:00:00Z',
  transactionType: 'DEPOSIT',
  description: null,
  side: 'CREDIT',
  amount: '1.00',
  balanceAfter: '1.00',
  actor: 'PERSON',
  reversal: null,
  ...changes,
})
