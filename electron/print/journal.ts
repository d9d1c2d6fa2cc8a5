import { fromLedger, toDecimal } from '../../shared/money.ts'
import type { JournalAccount, JournalRows, JournalTotal, JournalTransaction } from '../../shared/journal.ts'
import { printable } from './printable.ts'
import { TRANSACTION_TITLE } from './words.ts'

/** The journal of a period as it is written for another program. */
export type Journal = JournalRows & {
  readonly branchName: string
  readonly from: string | null
  readonly to: string | null
  /** The moment it speaks of, in ISO 8601 by the branch's clock. */
  readonly takenAt: string
}

/** The ledger's text with the decimals of its currency: `100.00`, or `100` for yen. */
export const decimals = (text: string, currency: string): string => toDecimal(fromLedger(text, currency))

export const isZero = (text: string): boolean => /^-?0*\.?0*$/.test(text)

/** The roots that every bookkeeping program knows. */
const ROOT = {
  ASSET: 'Assets',
  LIABILITY: 'Liabilities',
  EQUITY: 'Equity',
  INCOME: 'Income',
  EXPENSE: 'Expenses',
} as const

/** The parts of an account's name: the root of its class, the names of the chart below its top, and its number. */
export function accountParts({ class: of, path, accountType, number }: JournalAccount): readonly string[] {
  if (of === null || path === null) return [ROOT.EQUITY, 'Not in the chart', accountType, number]
  return [ROOT[of], ...path.slice(1), number]
}

/** What stands for accounts of other branches, and for what was there before the period. */
export const OTHER_BRANCHES = ['Equity', 'Other branches'] as const
export const OPENING = ['Equity', 'Opening balances'] as const

/** The dates that the journal covers; null when nothing was posted and no date was asked for. */
export function datesOf({ from, to, transactions }: Journal): { first: string; last: string } | null {
  const first = from ?? transactions[0]?.date
  const last = to ?? transactions.at(-1)?.date ?? first
  return first === undefined || last === undefined ? null : { first, last }
}

/** The day after a date, on which a balance of the evening before is asserted. */
export function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/**
 * What was posted, for people: the kind and the teller's words, on one line and without characters that change the order of others. A
 * second line would be read as another posting.
 */
export const wordsOf = ({ transactionType, description }: JournalTransaction): readonly string[] =>
  [TRANSACTION_TITLE[transactionType], printable(description ?? '')].filter((words) => words !== '')

/** Range, counts, sums and the moment, as lines for the head of the file. */
export function headLines(journal: Journal): readonly string[] {
  const { branchName, from, to, takenAt, totals, transactions } = journal
  return [
    `Journal of ${printable(branchName)}, business dates ${from ?? 'from the beginning'} to ${to ?? 'the last one'}`,
    `As it stood at ${takenAt}`,
    `${transactions.length} transactions, ${totals.reduce((sum, { entries }) => sum + entries, 0)} entries`,
    ...totals.map(totalLine),
  ]
}

const totalLine = ({ currency, transactions, entries, debits, credits }: JournalTotal) =>
  `${currency}: ${transactions} transactions, ${entries} entries, debits ${decimals(debits, currency)}, credits ${decimals(credits, currency)}`

/** Throws when the debits of the journal are not its credits: such a file would be wrong, and must not be written. */
export function requireBalance({ totals }: JournalRows): void {
  const wrong = totals.find(({ debits, credits }) => debits !== credits)
  if (wrong !== undefined)
    throw new Error(`Debits of ${wrong.debits} ${wrong.currency} stand against credits of ${wrong.credits}`)
}

/** The sum of what stood on the accounts before the period, by currency: zero unless they are those of one branch. */
export function openingSums(accounts: readonly JournalAccount[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { currency, opening } of accounts)
    sums.set(currency, (sums.get(currency) ?? 0n) + fromLedger(opening, currency).minor)
  return sums
}
