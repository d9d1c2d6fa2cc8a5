import { formatMoney } from '../../shared/money.ts'
import type { Paper } from './document.ts'
import { balanceWord, describe, type Statement, type Totals } from './statement.ts'
import {
  drawLeft,
  drawRight,
  drawRule,
  fold,
  INK,
  lineHeight,
  SOFT_INK,
  widthOf,
  type Style,
} from './text.ts'
import { day, figures } from './words.ts'

const BODY: Style = { font: 'regular', size: 8, color: INK }
const STRONG: Style = { font: 'bold', size: 8, color: INK }
const HEAD: Style = { font: 'bold', size: 7.5, color: SOFT_INK }

const GAP = 10
/** Least width of a column of figures, so that an empty statement looks like a full one. */
const FIGURES = 54
const PADDING = 3.5
const HEAD_HEIGHT = 18
/** More than two hundred characters need; it only keeps a single row from outgrowing its page. */
const MAX_LINES = 12

type Column = { readonly left: number; readonly right: number }
export type Columns = Record<'date' | 'description' | 'reference' | 'debit' | 'credit' | 'balance', Column>

/** One row: a description may take several lines, everything else stands on its first. */
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

/** The width of the widest: figures all have one width, so among figures the longest text is the widest. */
function widest(paper: Paper, texts: readonly string[], heading: string): number {
  const longest = texts.reduce((found, text) => (text.length > found.length ? text : found), '')
  return Math.max(widthOf(paper, longest, STRONG), widthOf(paper, heading, HEAD)) + GAP
}

/** Gives figures, dates and references the width that they need and the description what is left. */
export function columnsFor(
  paper: Paper,
  statement: Statement,
  totals: Totals,
  left: number,
  right: number,
): Columns {
  const { account, lines, openingBalance, closingBalance } = statement
  const read = (text: string) => figures(text, account.currency)
  const balances = [openingBalance, closingBalance, ...lines.map((line) => line.balanceAfter)].map(read)
  const balance = right - Math.max(widest(paper, balances, balanceWord(account)), FIGURES)
  const credit = balance - Math.max(widest(paper, [formatMoney(totals.credits)], 'Credit'), FIGURES)
  const debit = credit - Math.max(widest(paper, [formatMoney(totals.debits)], 'Debit'), FIGURES)
  const references = lines.map((line) => line.reference)
  const reference = debit - widest(paper, references, 'Reference')
  const description = left + widest(paper, ['28 Sept 2026'], 'Date')
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
export function rowsOf(paper: Paper, statement: Statement, totals: Totals, columns: Columns): Row[] {
  const { currency } = statement.account
  const word = balanceWord(statement.account)
  const none = { date: '', reference: '', debit: '', credit: '', style: STRONG }
  const { left, right } = columns.description
  const lines = statement.lines.map((line): Row => {
    const amount = figures(line.amount, currency)
    return {
      date: day(line.businessDate),
      description: fold(paper, describe(line), right - left, BODY, MAX_LINES),
      reference: line.reference,
      debit: line.side === 'DEBIT' ? amount : '',
      credit: line.side === 'CREDIT' ? amount : '',
      balance: figures(line.balanceAfter, currency),
      style: BODY,
    }
  })
  return [
    {
      ...none,
      description: [`Opening ${word.toLowerCase()}`],
      balance: figures(statement.openingBalance, currency),
    },
    ...lines,
    {
      ...none,
      description: [`Closing ${word.toLowerCase()}`],
      debit: formatMoney(totals.debits),
      credit: formatMoney(totals.credits),
      balance: figures(statement.closingBalance, currency),
    },
  ]
}

/** Shares rows out over pages; the first page has less room, under the statement's head. */
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

function drawHeadings(paper: Paper, columns: Columns, word: string, y: number): number {
  drawLeft(paper, 'Date', columns.date.left, y, HEAD)
  drawLeft(paper, 'Description', columns.description.left, y, HEAD)
  drawLeft(paper, 'Reference', columns.reference.left, y, HEAD)
  drawRight(paper, 'Debit', columns.debit.right, y, HEAD)
  drawRight(paper, 'Credit', columns.credit.right, y, HEAD)
  drawRight(paper, word, columns.balance.right, y, HEAD)
  drawRule(paper, columns.date.left, columns.balance.right, y + HEAD_HEIGHT - 5, SOFT_INK)
  return y + HEAD_HEIGHT - 5
}

function drawRow(paper: Paper, columns: Columns, row: Row, top: number): void {
  const { style } = row
  const y = top + PADDING
  drawLeft(paper, row.date, columns.date.left, y, style)
  for (const [at, line] of row.description.entries())
    drawLeft(paper, line, columns.description.left, y + at * lineHeight(style), style)
  drawLeft(paper, row.reference, columns.reference.left, y, style)
  drawRight(paper, row.debit, columns.debit.right, y, style)
  drawRight(paper, row.credit, columns.credit.right, y, style)
  drawRight(paper, row.balance, columns.balance.right, y, style)
}

/** Headings and the rows of one page, from `top` down. */
export function drawTable(
  paper: Paper,
  columns: Columns,
  rows: readonly Row[],
  word: string,
  top: number,
): void {
  let y = drawHeadings(paper, columns, word, top)
  for (const row of rows) {
    drawRow(paper, columns, row, y)
    y += rowHeight(row)
    drawRule(paper, columns.date.left, columns.balance.right, y)
  }
}
