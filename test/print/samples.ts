import type { AccountView, StatementLine } from '../../shared/contract/accounts.ts'
import type { Leg, PostingView } from '../../shared/contract/postings.ts'
import type { Statement } from '../../electron/print/statement.ts'
import { toDecimal } from '../../shared/money.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const OPTIONS = { createdAt: new Date('2026-11-23T13:30:00Z'), timeZone: 'Europe/Sofia' }

export const tillLeg = (side: Leg['side'], amount = '500.00'): Leg => ({
  side,
  accountId: uuid(1),
  accountNumber: '4017000003',
  label: 'Till 3',
  holder: null,
  amount,
  ledgerBefore: '77000.00',
  ledgerAfter: side === 'DEBIT' ? '77500.00' : '76500.00',
  availableBefore: '77000.00',
  availableAfter: side === 'DEBIT' ? '77500.00' : '76500.00',
})

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

export const posting = (changes: Partial<PostingView> = {}): PostingView => ({
  id: uuid(3),
  reference: 'T261123-000001',
  transactionType: 'DEPOSIT',
  status: 'COMPLETED',
  description: null,
  businessDate: '2026-11-23',
  postedAt: '2026-11-23T13:05:09Z',
  postedBy: 'Ivan Kolev',
  branchName: 'Central Branch',
  amount: '500.00',
  currency: 'EUR',
  legs: [tillLeg('DEBIT'), customerLeg('CREDIT')],
  ...changes,
})

export const account = (changes: Partial<AccountView> = {}): AccountView => ({
  id: uuid(2),
  accountNumber: '4017220912',
  accountType: 'CURRENT',
  currency: 'EUR',
  status: 'ACTIVE',
  customerId: uuid(4),
  customerName: 'Maria Petrova',
  ledgerBalance: '0.00',
  availableBalance: '0.00',
  minimumBalance: '0.00',
  agreedLimit: '0.00',
  openedAt: '2026-01-05T09:00:00Z',
  ...changes,
})

/** Lines whose balances follow from one another, and the statement around them. */
export function statementOf(
  entries: readonly { side: StatementLine['side']; cents: bigint; description?: string | null }[],
  changes: Partial<AccountView> = {},
  opening = 0n,
): Statement {
  const holder = account(changes)
  const text = (minor: bigint) => toDecimal({ minor, currency: holder.currency })
  let balance = opening
  const lines = entries.map(({ side, cents, description = null }, at): StatementLine => {
    balance += (side === 'DEBIT') === (holder.accountType === 'LOAN') ? cents : -cents
    const date = new Date(Date.UTC(2026, 0, 5 + Math.floor(at / 16))).toISOString().slice(0, 10)
    return {
      entryId: uuid(1000 + at),
      transactionId: uuid(900_000 + at),
      reference: `T${date.slice(2).replaceAll('-', '')}-${String(at + 1).padStart(6, '0')}`,
      businessDate: date,
      postedAt: `${date}T10:15:00Z`,
      transactionType: side === 'CREDIT' ? 'DEPOSIT' : 'WITHDRAWAL',
      description,
      side,
      amount: text(cents),
      balanceAfter: text(balance),
    }
  })
  return {
    branchName: 'Central Branch',
    account: holder,
    from: null,
    to: null,
    openingBalance: text(opening),
    closingBalance: text(balance),
    lines,
  }
}
