import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { StatementLine } from '../../shared/contract/accounts.ts'
import { fromLedger, toDecimal } from '../../shared/money.ts'
import { isoTimeIn } from '../../shared/rules/branch-time.ts'
import { balanceWord, statementTotals, type Statement } from './statement.ts'
import { TRANSACTION_TITLE } from './words.ts'

/**
 * Spreadsheets run cells that begin like a formula, also after blanks and in full-width form; an apostrophe at the
 * beginning makes them text (OWASP, CSV Injection). Only for text: a negative amount must stay a number.
 */
const asText = (text: string) => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text)

/** RFC 4180, 2.6 and 2.7. */
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const row = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`

/**
 * The statement's lines for a spreadsheet or a program: RFC 4180, UTF-8 with a byte order mark (without it Excel
 * reads names as Latin-1), ISO 8601 dates and times by the branch's clock, amounts as plain decimals of the account's currency.
 * Throws when the lines do not lead from the opening to the closing balance.
 */
export function renderStatementCsv(statement: Statement, timeZone: string): Uint8Array {
  statementTotals(statement)
  const { account, lines } = statement
  const decimal = (text: string) => toDecimal(fromLedger(text, account.currency))
  const cells = (line: StatementLine) => [
    asText(formatAccountNumber(account.accountNumber)),
    line.businessDate,
    isoTimeIn(timeZone, new Date(line.postedAt)),
    asText(line.reference),
    TRANSACTION_TITLE[line.transactionType],
    asText(line.description ?? ''),
    line.side === 'DEBIT' ? decimal(line.amount) : '',
    line.side === 'CREDIT' ? decimal(line.amount) : '',
    decimal(line.balanceAfter),
    account.currency,
  ]
  const heads = [
    'Account',
    'Business date',
    'Posted at',
    'Reference',
    'Type',
    'Description',
    'Debit',
    'Credit',
  ]
  const table =
    row([...heads, balanceWord(account), 'Currency']) + lines.map((line) => row(cells(line))).join('')
  return new TextEncoder().encode(`\ufeff${table}`)
}
