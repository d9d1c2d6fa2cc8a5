import { formatMoney } from '../../shared/money.ts'
import type { NumberFormat } from '../../shared/number-format.ts'
import type { PdfDocument } from './document.ts'
import { balanceWord, describe, type Statement, type Totals } from './statement.ts'
import {
  drawLeft,
  drawRight,
  drawRule,
  wrapText,
  INK,
  lineHeight,
  SOFT_INK,
  widthOf,
  type Style,
} from './text.ts'
import { formatAmount, formatDate } from './words.ts'

const BODY: Style = { font: 'regular', size: 8, color: INK }
const STRONG: Style = { font: 'bold', size: 8, color: INK }
const HEAD: Style = { font: 'bold', size: 7.5, color: SOFT_INK }

const GAP = 10
/** Smallest width of a column of figures, in points, so that an empty statement has the same columns. */
const MIN_WIDTH = 54
const PADDING = 3.5
const HEAD_HEIGHT = 18
/** Two hundred characters, the longest description, need fewer; the limit keeps a row shorter than its page. */
const MAX_LINES = 12

type Column = { readonly left: number; readonly right: number }
export type Columns = Record<'date' | 'description' | 'reference' | 'debit' | 'credit' | 'balance', Column>

/** One row: a description may take several lines, everything else is on its first. */
export type Row = {
  readonly date: string
  readonly description: readonly string[]
  readonly reference: string
  readonly debit: string
  readonly credit: string
  readonly balance: string
  readonly style: Style
}

export const rowHeight = (row: Row) =>
  Math.max(row.description.length, 1) * lineHeight(row.style) + 2 * PADDING

/** The width of the widest text: all digits have the same width, so the longest text is the widest. */
function widest(pdf: PdfDocument, texts: readonly string[], heading: string): number {
  const longest = texts.reduce((found, text) => (text.length > found.length ? text : found), '')
  return Math.max(widthOf(pdf, longest, STRONG), widthOf(pdf, heading, HEAD)) + GAP
}

/** Gives figures, dates and references the width that they need, and the description the rest. */
export function columnsFor(
  pdf: PdfDocument,
  statement: Statement,
  totals: Totals,
  format: NumberFormat,
  left: number,
  right: number,
): Columns {
  const { account, lines, openingBalance, closingBalance } = statement
  const read = (text: string) => formatAmount(text, account.currency, format)
  const balances = [openingBalance, closingBalance, ...lines.map((line) => line.balanceAfter)].map(read)
  const balance = right - Math.max(widest(pdf, balances, balanceWord(account)), MIN_WIDTH)
  const credit = balance - Math.max(widest(pdf, [formatMoney(totals.credits, format)], 'Credit'), MIN_WIDTH)
  const debit = credit - Math.max(widest(pdf, [formatMoney(totals.debits, format)], 'Debit'), MIN_WIDTH)
  const references = lines.map((line) => line.reference)
  const reference = debit - widest(pdf, references, 'Reference')
  const description = left + widest(pdf, ['28 Sept 2026'], 'Date')
  return {
    date: { left, right: description - GAP },
    description: { left: description, right: reference - GAP },
    reference: { left: reference, right: debit },
    debit: { left: debit, right: credit },
    credit: { left: credit, right: balance },
    balance: { left: balance, right },
  }
}

/** Opening balance, every line, closing balance with the totals. */
export function rowsOf(
  pdf: PdfDocument,
  statement: Statement,
  totals: Totals,
  format: NumberFormat,
  columns: Columns,
): Row[] {
  const { currency } = statement.account
  const word = balanceWord(statement.account)
  const none = { date: '', reference: '', debit: '', credit: '', style: STRONG }
  const { left, right } = columns.description
  const lines = statement.lines.map((line): Row => {
    const amount = formatAmount(line.amount, currency, format)
    return {
      date: formatDate(line.businessDate),
      description: wrapText(pdf, describe(line), right - left, BODY, MAX_LINES),
      reference: line.reference,
      debit: line.side === 'DEBIT' ? amount : '',
      credit: line.side === 'CREDIT' ? amount : '',
      balance: formatAmount(line.balanceAfter, currency, format),
      style: BODY,
    }
  })
  return [
    {
      ...none,
      description: [`Opening ${word.toLowerCase()}`],
      balance: formatAmount(statement.openingBalance, currency, format),
    },
    ...lines,
    {
      ...none,
      description: [`Closing ${word.toLowerCase()}`],
      debit: formatMoney(totals.debits, format),
      credit: formatMoney(totals.credits, format),
      balance: formatAmount(statement.closingBalance, currency, format),
    },
  ]
}

/** Distributes rows over pages; the first page has less room, below the statement's head. */
export function paginate(rows: readonly Row[], firstRoom: number, room: number): Row[][] {
  const pages: Row[][] = [[]]
  let left = firstRoom - HEAD_HEIGHT
  for (const row of rows) {
    const height = rowHeight(row)
    if (height > left) {
      pages.push([])
      left = room - HEAD_HEIGHT
    }
    left -= height
    pages.at(-1)?.push(row)
  }
  return pages
}

function drawHeadings(pdf: PdfDocument, columns: Columns, word: string, y: number): number {
  drawLeft(pdf, 'Date', columns.date.left, y, HEAD)
  drawLeft(pdf, 'Description', columns.description.left, y, HEAD)
  drawLeft(pdf, 'Reference', columns.reference.left, y, HEAD)
  drawRight(pdf, 'Debit', columns.debit.right, y, HEAD)
  drawRight(pdf, 'Credit', columns.credit.right, y, HEAD)
  drawRight(pdf, word, columns.balance.right, y, HEAD)
  drawRule(pdf, columns.date.left, columns.balance.right, y + HEAD_HEIGHT - 5, SOFT_INK)
  return y + HEAD_HEIGHT - 5
}

function drawRow(pdf: PdfDocument, columns: Columns, row: Row, top: number): void {
  const { style } = row
  const y = top + PADDING
  drawLeft(pdf, row.date, columns.date.left, y, style)
  for (const [at, line] of row.description.entries())
    drawLeft(pdf, line, columns.description.left, y + at * lineHeight(style), style)
  drawLeft(pdf, row.reference, columns.reference.left, y, style)
  drawRight(pdf, row.debit, columns.debit.right, y, style)
  drawRight(pdf, row.credit, columns.credit.right, y, style)
  drawRight(pdf, row.balance, columns.balance.right, y, style)
}

/** Headings and the rows of one page, from `top` down. */
export function drawTable(
  pdf: PdfDocument,
  columns: Columns,
  rows: readonly Row[],
  word: string,
  top: number,
): void {
  let y = drawHeadings(pdf, columns, word, top)
  for (const row of rows) {
    drawRow(pdf, columns, row, y)
    y += rowHeight(row)
    drawRule(pdf, columns.date.left, columns.balance.right, y)
  }
}
