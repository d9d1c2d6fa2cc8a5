import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { Leg, PostingView } from '../../shared/contract/postings.ts'
import { fromLedger } from '../../shared/money.ts'
import { closePaper, openPaper, type Paper, type PrintOptions } from './document.ts'
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
import { day, figures, legTitle, moment, TRANSACTION_TITLE } from './words.ts'

// A6 in points: 105 by 148 mm. At 76 % it fits a roll of 80 mm and stays readable.
const LEFT = 24
const RIGHT = 297.64 - 24
const BOTTOM = 419.53 - 22
const VALUE = LEFT + 72

const BRANCH: Style = { font: 'bold', size: 8.5, color: SOFT_INK }
const TITLE: Style = { font: 'bold', size: 14, color: INK }
const AMOUNT: Style = { font: 'bold', size: 20, color: INK }
const CURRENCY: Style = { font: 'regular', size: 11, color: SOFT_INK }
const LABEL: Style = { font: 'regular', size: 7.5, color: SOFT_INK }
const BODY: Style = { font: 'regular', size: 7.5, color: INK }
const STRONG: Style = { font: 'bold', size: 7.5, color: INK }
const SMALL: Style = { font: 'regular', size: 6.5, color: SOFT_INK }

const NOT_DONE: Readonly<Record<Exclude<PostingView['status'], 'COMPLETED'>, string>> = {
  PENDING: 'Not completed yet. No proof of payment.',
  FAILED: 'Failed. No proof of payment.',
  CANCELLED: 'Cancelled. No proof of payment.',
}

/** Draws lines one under the other and returns where the next may start. */
function drawLines(paper: Paper, lines: readonly string[], x: number, y: number, style: Style): number {
  for (const [at, line] of lines.entries()) drawLeft(paper, line, x, y + at * lineHeight(style), style)
  return y + lines.length * lineHeight(style)
}

function drawFact(paper: Paper, label: string, value: string, y: number, maxLines = 1): number {
  drawLeft(paper, label, LEFT, y, LABEL)
  return drawLines(paper, fold(paper, value, RIGHT - VALUE, BODY, maxLines), VALUE, y, BODY) + 2
}

function drawHead(paper: Paper, posting: PostingView): number {
  let y = drawLines(paper, fold(paper, posting.branchName, RIGHT - LEFT, BRANCH, 2), LEFT, 22, BRANCH) + 4
  y = drawLines(paper, [TRANSACTION_TITLE[posting.transactionType]], LEFT, y, TITLE) + 2
  if (posting.status !== 'COMPLETED') y = drawLines(paper, [NOT_DONE[posting.status]], LEFT, y, STRONG)
  const amount = figures(posting.amount, posting.currency)
  drawLeft(paper, amount, LEFT, y, AMOUNT)
  const afterAmount = LEFT + widthOf(paper, amount, AMOUNT) + 6
  drawLeft(paper, posting.currency, afterAmount, y + (AMOUNT.size - CURRENCY.size) * 0.93, CURRENCY)
  return y + lineHeight(AMOUNT) + 5
}

function drawFacts(
  paper: Paper,
  posting: PostingView,
  customerName: string | null,
  timeZone?: string,
): number {
  let y = drawHead(paper, posting)
  drawRule(paper, LEFT, RIGHT, y)
  y += 7
  y = drawFact(paper, 'Reference', posting.reference, y)
  y = drawFact(paper, 'Business date', day(posting.businessDate), y)
  y = drawFact(paper, 'Posted', moment(new Date(posting.postedAt), timeZone), y)
  y = drawFact(paper, 'Posted by', posting.postedBy, y)
  if (customerName !== null) y = drawFact(paper, 'Customer', customerName, y, 2)
  if (posting.description !== null) y = drawFact(paper, 'Details', posting.description, y, 3)
  return y
}

/** Debit first, as books are read. */
const inBookOrder = (legs: readonly Leg[]) => legs.toSorted((a, b) => b.side.localeCompare(a.side))

function drawLeg(paper: Paper, leg: Leg, currency: string, top: number): number {
  const amount = figures(leg.amount, currency)
  drawLeft(paper, leg.side === 'DEBIT' ? 'Debit' : 'Credit', LEFT, top, STRONG)
  drawRight(paper, amount, RIGHT, top, STRONG)
  const room = RIGHT - VALUE - widthOf(paper, amount, STRONG) - 8
  const account = `${formatAccountNumber(leg.accountNumber)}  ${legTitle(leg.label)}`
  const y = drawLines(paper, fold(paper, account, room, BODY, 2), VALUE, top, BODY)
  if (leg.holder === null) return y + 4
  return drawLines(paper, fold(paper, leg.holder, RIGHT - VALUE, LABEL, 1), VALUE, y, LABEL) + 4
}

/**
 * The accounts whose balance the reader of this receipt may see: the customer's own. A till's is the bank's affair,
 * and of a transfer between two people each may see one; without a name the receipt is the payer's.
 */
function balancesToShow(posting: PostingView, customerName: string | null): Leg[] {
  const ofCustomers = lastOfEachAccount(inBookOrder(posting.legs)).filter((leg) => leg.holder !== null)
  if (ofCustomers.length < 2) return ofCustomers
  const reader = customerName ?? ofCustomers[0]?.holder
  return ofCustomers.filter((leg) => leg.holder === reader)
}

/** An account with two legs, a withdrawal and its fee, has one balance: the one after the last of them. */
const lastOfEachAccount = (legs: readonly Leg[]): Leg[] =>
  legs.filter(
    (leg, at) => !legs.slice(at + 1).some(({ accountNumber }) => accountNumber === leg.accountNumber),
  )

/** An account that a debit makes grow holds what is owed to the bank: a loan. */
function isLoan(leg: Leg, currency: string): boolean {
  const grew = fromLedger(leg.ledgerAfter, currency).minor > fromLedger(leg.ledgerBefore, currency).minor
  return (leg.side === 'DEBIT') === grew
}

function drawBalance(paper: Paper, leg: Leg, currency: string, y: number): number {
  const word = isLoan(leg, currency) ? 'Owed after' : 'Balance after'
  drawLeft(paper, word, LEFT, y, LABEL)
  drawLeft(paper, formatAccountNumber(leg.accountNumber), VALUE, y, BODY)
  drawRight(paper, `${currency} ${figures(leg.ledgerAfter, currency)}`, RIGHT, y, STRONG)
  return y + lineHeight(STRONG) + 2
}

function drawSignature(paper: Paper): void {
  drawRule(paper, LEFT, RIGHT, BOTTOM - 12, INK)
  drawLeft(paper, 'Customer’s signature: cash received', LEFT, BOTTOM - 9, SMALL)
}

/**
 * The paper a customer takes away: one page A6. `customerName` is whose receipt it is; of a transfer between two
 * customers it shows that one's balance only. A withdrawal has a line to sign on.
 */
export function renderReceiptPdf(
  posting: PostingView,
  customerName: string | null,
  options: PrintOptions = {},
): Promise<Uint8Array> {
  const paper = openPaper('A6', `Receipt ${posting.reference}`, options.createdAt ?? new Date())
  paper.addPage()
  let y = drawFacts(paper, posting, customerName, options.timeZone) + 3
  drawRule(paper, LEFT, RIGHT, y)
  y += 7
  for (const leg of inBookOrder(posting.legs)) y = drawLeg(paper, leg, posting.currency, y)
  y += 1
  drawRule(paper, LEFT, RIGHT, y)
  y += 7
  for (const leg of balancesToShow(posting, customerName)) y = drawBalance(paper, leg, posting.currency, y)
  if (posting.transactionType === 'WITHDRAWAL') drawSignature(paper)
  return closePaper(paper)
}
