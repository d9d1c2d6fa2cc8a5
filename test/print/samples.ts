import type { AccountView, StatementLine } from '../../shared/contract/accounts.ts'
import type { Statement } from '../../electron/print/statement.ts'
import { toDecimal } from '../../shared/money.ts'
import { accountView } from '../support/accounts.ts'
import { statementLine } from '../support/postings.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const OPTIONS = {
  numberFormat: 'POINT_COMMA' as const,
  createdAt: new Date('2026-11-23T13:30:00Z'),
  timeZone: 'Europe/Sofia',
}

/** Lines whose balances follow from one another, and the statement around them. */
export function statementOf(
  entries: readonly { side: StatementLine['side']; cents: bigint; description?: string | null }[],
  changes: Partial<AccountView> = {},
  opening = 0n,
): Statement {
  const account = accountView(changes)
  const text = (minor: bigint) => toDecimal({ minor, currency: account.currency })
  let balance = opening
  const lines = entries.map(({ side, cents, description = null }, at): StatementLine => {
    balance += (side === 'DEBIT') === (account.accountType === 'LOAN') ? cents : -cents
    const date = new Date(Date.UTC(2026, 0, 5 + Math.floor(at / 16))).toISOString().slice(0, 10)
    return statementLine({
      entryId: uuid(800_000 + at),
      transactionId: uuid(900_000 + at),
      reference: `T${date.slice(2).replaceAll('-', '')}-${String(at + 1).padStart(6, '0')}`,
      businessDate: date,
      valueDate: date,
      postedAt: `${date}T10:15:00Z`,
      transactionType: side === 'CREDIT' ? 'DEPOSIT' : 'WITHDRAWAL',
      description,
      side,
      amount: text(cents),
      balanceAfter: text(balance),
    })
  })
  return {
    branchName: 'Central Branch',
    branchAddress: null,
    account,
    from: null,
    to: null,
    openingBalance: text(opening),
    closingBalance: text(balance),
    lines,
  }
}
