import { formatAccountNumber } from '../../shared/check-digit.ts'
import { formatMoney } from '../../shared/money.ts'
import type { NumberFormat } from '../../shared/number-format.ts'
import { type Around, takeTurns, UNWATCHED } from '../progress.ts'
import { drawBranch } from './branch-head.ts'
import { finishPdf, createPdf, type PdfDocument, type PrintOptions } from './document.ts'
import { columnsFor, drawTable, paginate, rowsOf } from './statement-table.ts'
import { balanceWord, statementTotals, type Statement, type Totals } from './statement.ts'
import { A4 } from './pages.ts'
import { drawLeft, drawRight, drawRule, wrapText, INK, lineHeight, SOFT_INK, type Style } from './text.ts'
import { ACCOUNT_TITLE, formatAmount, formatDate, formatTime } from './words.ts'

const { left: LEFT, right: RIGHT, top: TOP, foot: FOOT } = A4
/** Where the table ends, above the foot. */
const TABLE_BOTTOM = FOOT - 18

const TITLE: Style = { font: 'bold', size: 17, color: INK }
const HOLDER: Style = { font: 'bold', size: 11, color: INK }
const LABEL: Style = { font: 'regular', size: 8, color: SOFT_INK }
const BODY: Style = { font: 'regular', size: 8.5, color: INK }
const SUM: Style = { font: 'bold', size: 10, color: INK }
const SMALL: Style = { font: 'regular', size: 7, color: SOFT_INK }

function period(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `${formatDate(from)} – ${formatDate(to)}`
  if (from !== null) return `From ${formatDate(from)}`
  return to === null ? 'All entries' : `Up to ${formatDate(to)}`
}

function drawFacts(pdf: PdfDocument, { account, from, to }: Statement, left: number, top: number): number {
  const facts = [
    ['Account', formatAccountNumber(account.accountNumber)],
    ['Type', ACCOUNT_TITLE[account.accountType]],
    ['Currency', account.currency],
    ['Period', period(from, to)],
  ] as const
  for (const [at, [label, value]] of facts.entries()) {
    const y = top + at * (lineHeight(BODY) + 2)
    drawLeft(pdf, label, left, y, LABEL)
    drawLeft(pdf, value, left + 50, y, BODY)
  }
  return top + facts.length * (lineHeight(BODY) + 2)
}

/** Opening and closing balance and both totals, in one line across the page. */
function drawSums(
  pdf: PdfDocument,
  statement: Statement,
  totals: Totals,
  format: NumberFormat,
  top: number,
): number {
  const { currency } = statement.account
  const word = balanceWord(statement.account).toLowerCase()
  const sums = [
    [`Opening ${word}`, formatAmount(statement.openingBalance, currency, format)],
    ['Total debits', formatMoney(totals.debits, format)],
    ['Total credits', formatMoney(totals.credits, format)],
    [`Closing ${word}`, formatAmount(statement.closingBalance, currency, format)],
  ] as const
  drawRule(pdf, LEFT, RIGHT, top)
  const width = (RIGHT - LEFT) / sums.length
  for (const [at, [label, value]] of sums.entries()) {
    drawLeft(pdf, label, LEFT + at * width, top + 8, LABEL)
    drawLeft(pdf, value, LEFT + at * width, top + 20, SUM)
  }
  drawRule(pdf, LEFT, RIGHT, top + 40)
  return top + 56
}

/** Draws holder, account and period on the first page; returns the y at which the table starts. */
function drawHead(pdf: PdfDocument, statement: Statement, totals: Totals, format: NumberFormat): number {
  const middle = LEFT + (RIGHT - LEFT) * 0.56
  const title = drawBranch(pdf, { name: statement.branchName, address: statement.branchAddress })
  drawLeft(pdf, 'Account statement', LEFT, title, TITLE)
  const top = title + 36
  const holder = wrapText(pdf, statement.account.customerName, middle - LEFT - 20, HOLDER, 3)
  for (const [at, line] of holder.entries()) drawLeft(pdf, line, LEFT, top + at * lineHeight(HOLDER), HOLDER)
  const bottom = drawFacts(pdf, statement, middle, top)
  return drawSums(pdf, statement, totals, format, bottom + 14)
}

/** Later pages also name holder and account, because pages get separated. */
function drawRunningHead(pdf: PdfDocument, { account, from, to }: Statement): number {
  const name = wrapText(pdf, account.customerName, (RIGHT - LEFT) * 0.5, LABEL, 1).join('')
  drawLeft(pdf, name, LEFT, TOP, LABEL)
  drawRight(pdf, `${formatAccountNumber(account.accountNumber)}   ${period(from, to)}`, RIGHT, TOP, LABEL)
  return TOP + 22
}

/**
 * An account's statement on A4. Debit and credit are the account's own sides; a loan's balance is called owed.
 * Throws when the lines do not lead from the opening to the closing balance.
 */
export async function renderStatementPdf(
  statement: Statement,
  options: PrintOptions,
  around: Around = UNWATCHED,
): Promise<Uint8Array> {
  const totals = statementTotals(statement)
  const { numberFormat: format } = options
  const createdAt = options.createdAt ?? new Date()
  const number = formatAccountNumber(statement.account.accountNumber)
  const pdf = createPdf('A4', `Statement ${number}`, createdAt, options.faces)
  pdf.addPage()
  const tableTop = drawHead(pdf, statement, totals, format)
  const columns = columnsFor(pdf, statement, totals, format, LEFT, RIGHT)
  const rows = rowsOf(pdf, statement, totals, format, columns)
  const pages = paginate(rows, TABLE_BOTTOM - tableTop, TABLE_BOTTOM - TOP - 22)
  for (const [at, page] of pages.entries()) {
    if (at > 0) pdf.addPage()
    const top = at === 0 ? tableTop : drawRunningHead(pdf, statement)
    drawTable(pdf, columns, page, balanceWord(statement.account), top)
    drawLeft(pdf, `Printed ${formatTime(createdAt, options.timeZone)}`, LEFT, FOOT, SMALL)
    drawRight(pdf, `${at + 1} of ${pages.length}`, RIGHT, FOOT, SMALL)
    await takeTurns(around, at + 1, pages.length)
  }
  return finishPdf(pdf)
}
