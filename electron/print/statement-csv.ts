import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { StatementLine } from '../../shared/contract/accounts.ts'
import { fromLedger, toDecimal } from '../../shared/money.ts'
import { isoTimeIn } from '../../shared/rules/branch-time.ts'
import { quotedCell, withoutFormula } from '../../shared/rules/csv.ts'
import { balanceWord, statementTotals, type Statement } from './statement.ts'
import { reversalText, TRANSACTION_TITLE } from './words.ts'

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? quotedCell(cell) : cell)

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
    withoutFormula(formatAccountNumber(account.accountNumber)),
    line.businessDate,
    isoTimeIn(timeZone, new Date(line.postedAt)),
    withoutFormula(line.reference),
    TRANSACTION_TITLE[line.transactionType],
    withoutFormula(
      [reversalText(line.reversal), line.description].filter((part) => part !== null).join(': '),
    ),
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
