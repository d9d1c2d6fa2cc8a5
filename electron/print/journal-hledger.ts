import { toDecimal } from '../../shared/money.ts'
import type { JournalAccount, JournalTransaction } from '../../shared/journal.ts'
import {
  accountParts,
  datesOf,
  decimals,
  headLines,
  isZero,
  openingSums,
  OPENING,
  OTHER_BRANCHES,
  requireBalance,
  wordsOf,
  type Journal,
} from './journal.ts'
import { printable } from './printable.ts'

/** hledger's own letters for the kinds of accounts. */
const TYPE = { Assets: 'A', Liabilities: 'L', Equity: 'E', Income: 'R', Expenses: 'X' } as const

/** A name of an account ends at two blanks, and its parts are divided by colons; a semicolon begins a comment. */
const nameOf = (parts: readonly string[]) =>
  parts.map((part) => printable(part.replace(/[:;]/g, ' ')) || '-').join(':')

/** Text of a description: a semicolon would begin a comment, in which words and colons are read as tags. */
const plain = (text: string) => text.replaceAll(';', ',').replaceAll('|', '/')

/**
 * The journal for hledger: accounts and currencies are declared, and after every entry stands the balance of its account, so that
 * `hledger check --strict` refuses a file in which one amount was changed. Throws when debits and credits differ.
 */
export function renderHledger(journal: Journal): Uint8Array {
  requireBalance(journal)
  const { accounts, transactions, totals } = journal
  const names = new Map(accounts.map((account) => [account.number, nameOf(accountParts(account))]))
  const currencies = new Set([...totals, ...accounts].map(({ currency }) => currency))
  const lines = [
    ...headLines(journal).map((line) => `; ${line}`),
    '',
    'decimal-mark .',
    ...[...currencies].map((currency) => `commodity ${currency} ${sample(currency)}`),
    '',
    ...declarations(names),
    '',
    ...openingEntry(journal, names),
    ...transactions.flatMap((transaction) => entryOf(transaction, names)),
  ]
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

/** How amounts of a currency look; the mark stays also where there are no decimals. */
function sample(currency: string): string {
  const text = decimals('1000', currency)
  return text.includes('.') ? text : `${text}.`
}

function declarations(names: ReadonlyMap<string, string>): readonly string[] {
  const all = [...names.values(), nameOf(OTHER_BRANCHES), nameOf(OPENING)]
  return all.map((name) => `account ${name}  ; type:${typeOf(name)}`)
}

const typeOf = (name: string) =>
  Object.entries(TYPE).find(([root]) => name.startsWith(`${root}:`))?.[1] ?? TYPE.Equity

const amountOf = (text: string, currency: string) => `${currency} ${decimals(text, currency)}`

function entryOf(transaction: JournalTransaction, names: ReadonlyMap<string, string>): readonly string[] {
  const { date, valueDate, reference, actor, legs } = transaction
  const head = `${date} * (${reference}) ${wordsOf(transaction).map(plain).join(' | ')}`
  const tags = [`made-by:${actor}`, ...(valueDate === date ? [] : [`value-date:${valueDate}`])]
  return [`${head}  ; ${tags.join(', ')}`, ...legs.map((leg) => legLine(leg, names)), '']
}

function legLine(leg: JournalTransaction['legs'][number], names: ReadonlyMap<string, string>): string {
  const name = leg.account === null ? undefined : names.get(leg.account)
  const amount = amountOf(leg.amount, leg.currency)
  if (name === undefined || leg.balance === null) return `    ${nameOf(OTHER_BRANCHES)}  ${amount}`
  return `    ${name}  ${amount} = ${amountOf(leg.balance, leg.currency)}`
}

/** What stood on the accounts before the period, as the first entry; nothing when the journal begins at the beginning. */
function openingEntry(journal: Journal, names: ReadonlyMap<string, string>): readonly string[] {
  const dates = datesOf(journal)
  const opened = journal.accounts.filter(({ opening }) => !isZero(opening))
  if (dates === null || opened.length === 0) return []
  const legs = opened.map((account) => openingLine(account, names))
  const rest = [...openingSums(opened)]
    .filter(([, minor]) => minor !== 0n)
    .map(
      ([currency, minor]) => `    ${nameOf(OPENING)}  ${currency} ${toDecimal({ minor: -minor, currency })}`,
    )
  return [`${dates.first} * Opening balances`, ...legs, ...rest, '']
}

function openingLine(
  { number, opening, currency }: JournalAccount,
  names: ReadonlyMap<string, string>,
): string {
  const amount = amountOf(opening, currency)
  return `    ${names.get(number) ?? number}  ${amount} = ${amount}`
}
