import { toDecimal } from '../../shared/money.ts'
import type { JournalAccount, JournalTransaction } from '../../shared/journal.ts'
import {
  accountParts,
  datesOf,
  dayAfter,
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

/** Parts of a name begin with a capital letter or a digit and have letters, digits and hyphens. */
const nameOf = (parts: readonly string[]) => parts.map(partOf).join(':')

/**
 * What beancount takes for letters, whichever tables of Unicode it was built with: Latin, Greek, Cyrillic, Hebrew, Arabic and Devanagari.
 * Where nothing of a name is left, the number at the end of the account's name tells it from others.
 */
const NO_PART =
  /[^0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0386\u0388-\u03ce\u0400-\u0481\u048a-\u0513\u05d0-\u05ea\u0621-\u064a\u0904-\u0939\u1e00-\u1e95\u1ea0-\u1ef9]+/g

function partOf(part: string): string {
  const cleaned = part
    .normalize('NFKC')
    .replace(NO_PART, '-')
    .replace(/^-+|-+$/g, '')
  const [first = '', ...rest] = cleaned
  const capital = first.toUpperCase()
  return /^[\p{Lu}\d]/u.test(capital) ? `${capital}${rest.join('')}` : `X-${cleaned}`.replace(/-$/, '')
}

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** Without this a difference of one minor unit would be taken for rounding. */
const EXACTLY = '~ 0'

/**
 * The journal for beancount: accounts are opened on its first day, and on the morning after its last day the balance of each is asserted
 * to the minor unit, so that `bean-check` refuses a file in which one amount was changed. Throws when debits and credits differ.
 */
export function renderBeancount(journal: Journal): Uint8Array {
  requireBalance(journal)
  const dates = datesOf(journal)
  const head = headLines(journal).map((line) => `; ${line}`)
  const body = dates === null ? [] : bodyOf(journal, dates)
  return new TextEncoder().encode(`${[...head, '', ...body].join('\n')}\n`)
}

function bodyOf(journal: Journal, { first, last }: { first: string; last: string }): readonly string[] {
  const { accounts, transactions, totals } = journal
  const names = new Map(accounts.map((account) => [account.number, nameOf(accountParts(account))]))
  const currencies = new Set(totals.map(({ currency }) => currency))
  return [
    ...[...currencies].map((currency) => `option "operating_currency" "${currency}"`),
    '',
    ...accounts.map(({ number, currency }) => `${first} open ${names.get(number)} ${currency}`),
    ...[OTHER_BRANCHES, OPENING].map((parts) => `${first} open ${nameOf(parts)}`),
    '',
    ...openingEntry(accounts, names, first),
    ...transactions.flatMap((transaction) => entryOf(transaction, names)),
    ...accounts.map((account) => closingLine(account, names, dayAfter(last))),
  ]
}

function entryOf(transaction: JournalTransaction, names: ReadonlyMap<string, string>): readonly string[] {
  const { date, valueDate, reference, postedAt, actor, legs } = transaction
  return [
    `${date} * ${wordsOf(transaction).map(quoted).join(' ')}`,
    `  reference: ${quoted(reference)}`,
    `  posted-at: ${quoted(postedAt)}`,
    `  made-by: ${quoted(actor)}`,
    ...(valueDate === date ? [] : [`  value-date: ${valueDate}`]),
    ...legs.map(({ account, amount, currency }) => {
      const name = account === null ? undefined : names.get(account)
      return `  ${name ?? nameOf(OTHER_BRANCHES)}  ${decimals(amount, currency)} ${currency}`
    }),
    '',
  ]
}

/** What stood on the accounts before the period, as the first entry; nothing when the journal begins at the beginning. */
function openingEntry(
  accounts: readonly JournalAccount[],
  names: ReadonlyMap<string, string>,
  date: string,
): readonly string[] {
  const opened = accounts.filter(({ opening }) => !isZero(opening))
  if (opened.length === 0) return []
  return [
    `${date} * "Opening balances"`,
    ...opened.map(
      ({ number, opening, currency }) => `  ${names.get(number)}  ${decimals(opening, currency)} ${currency}`,
    ),
    ...[...openingSums(opened)]
      .filter(([, minor]) => minor !== 0n)
      .map(
        ([currency, minor]) => `  ${nameOf(OPENING)}  ${toDecimal({ minor: -minor, currency })} ${currency}`,
      ),
    '',
  ]
}

const closingLine = (
  { number, closing, currency }: JournalAccount,
  names: ReadonlyMap<string, string>,
  date: string,
) => `${date} balance ${names.get(number)} ${decimals(closing, currency)} ${EXACTLY} ${currency}`
