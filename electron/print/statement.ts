import type { AccountView, StatementLine } from '../../shared/contract/accounts.ts'
import { ACCOUNT_KINDS, isOwed } from '../../shared/rules/account-kinds.ts'
import { add, fromLedger, toDecimal, type Money } from '../../shared/money.ts'
import { reversalText, TRANSACTION_TITLE } from './words.ts'

/** The data of a printed statement. Lines are the account's entries of the period, oldest first. */
export type Statement = {
  readonly branchName: string
  readonly branchAddress: string | null
  readonly account: AccountView
  /** First and last business date, inclusive; null where the period is open. */
  readonly from: string | null
  readonly to: string | null
  /** Decimal text of the ledger: the balance before the first line and after the last. */
  readonly openingBalance: string
  readonly closingBalance: string
  readonly lines: readonly StatementLine[]
}

export type Totals = { readonly debits: Money; readonly credits: Money }

/** What a line does to the balance: an entry on the normal side of this kind of account increases it. */
const effectOf = (line: StatementLine, account: AccountView): Money => {
  const { minor, currency } = fromLedger(line.amount, account.currency)
  const grows = line.side === ACCOUNT_KINDS[account.accountType].normalSide
  return { minor: grows ? minor : -minor, currency }
}

/**
 * Adds up both sides. Throws when the lines do not lead from the opening to the closing balance, line by line:
 * such a statement would be wrong and must not be printed.
 */
export function statementTotals({ account, lines, openingBalance, closingBalance }: Statement): Totals {
  const read = (text: string) => fromLedger(text, account.currency)
  let balance = read(openingBalance)
  let debits: Money = { minor: 0n, currency: account.currency }
  let credits = debits
  for (const line of lines) {
    balance = add(balance, effectOf(line, account))
    if (line.side === 'DEBIT') debits = add(debits, read(line.amount))
    else credits = add(credits, read(line.amount))
    if (balance.minor !== read(line.balanceAfter).minor)
      throw new Error(
        `After ${line.reference} the entries give ${toDecimal(balance)}, not ${line.balanceAfter}`,
      )
  }
  if (balance.minor !== read(closingBalance).minor)
    throw new Error(`The entries lead to ${toDecimal(balance)}, not to the closing balance ${closingBalance}`)
  return { debits, credits }
}

/** The kind of transaction, which one it reverses or is reversed by, and, where there is one, the teller's description. */
export const describe = ({ transactionType, description, reversal }: StatementLine) =>
  [TRANSACTION_TITLE[transactionType], reversalText(reversal), description]
    .filter((part) => part !== null)
    .join(': ')

/** The word for the balance: a loan's ledger balance is what is owed. */
export const balanceWord = (account: AccountView) => (isOwed(account.accountType) ? 'Owed' : 'Balance')
