import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { Leg, PostingView } from '../../shared/contract/postings.ts'
import { fromLedger } from '../../shared/money.ts'
import { whoSigned } from '../../shared/who-signed.ts'
import { finishPdf, createPdf, type PdfDocument, type PrintOptions } from './document.ts'
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
import {
  actorText,
  formatAmount,
  formatDate,
  formatTime,
  legTitle,
  presenterText,
  reversalText,
  TRANSACTION_TITLE,
} from './words.ts'

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

/** What a receipt needs besides what every paper does. */
type ReceiptOptions = PrintOptions & {
  /** It was printed before. */
  readonly isCopy?: boolean
}

const NOT_DONE: Readonly<Record<Exclude<PostingView['status'], 'COMPLETED'>, string>> = {
  PENDING: 'Not completed yet. No proof of payment.',
  FAILED: 'Failed. No proof of payment.',
  CANCELLED: 'Cancelled. No proof of payment.',
}

/** Draws lines one below the other and returns the y of the next. */
/** Writes an amount of the ledger in the posting's currency and the branch's number format. */
type Write = (ledgerText: string) => string

function drawLines(pdf: PdfDocument, lines: readonly string[], x: number, y: number, style: Style): number {
  for (const [at, line] of lines.entries()) drawLeft(pdf, line, x, y + at * lineHeight(style), style)
  return y + lines.length * lineHeight(style)
}

function drawFact(pdf: PdfDocument, label: string, value: string, y: number, maxLines = 1): number {
  drawLeft(pdf, label, LEFT, y, LABEL)
  return drawLines(pdf, wrapText(pdf, value, RIGHT - VALUE, BODY, maxLines), VALUE, y, BODY) + 2
}

function drawHead(pdf: PdfDocument, posting: PostingView, write: Write): number {
  let y = drawLines(pdf, wrapText(pdf, posting.branchName, RIGHT - LEFT, BRANCH, 2), LEFT, 22, BRANCH) + 4
  y = drawLines(pdf, [TRANSACTION_TITLE[posting.transactionType]], LEFT, y, TITLE) + 2
  if (posting.status !== 'COMPLETED') y = drawLines(pdf, [NOT_DONE[posting.status]], LEFT, y, STRONG)
  const amount = write(posting.amount)
  drawLeft(pdf, amount, LEFT, y, AMOUNT)
  const afterAmount = LEFT + widthOf(pdf, amount, AMOUNT) + 6
  drawLeft(pdf, posting.currency, afterAmount, y + (AMOUNT.size - CURRENCY.size) * 0.93, CURRENCY)
  return y + lineHeight(AMOUNT) + 5
}

function drawFacts(
  pdf: PdfDocument,
  posting: PostingView,
  customerName: string | null,
  write: Write,
  timeZone: string,
): number {
  let y = drawHead(pdf, posting, write)
  drawRule(pdf, LEFT, RIGHT, y)
  y += 7
  y = drawFact(pdf, 'Reference', posting.reference, y)
  y = drawFact(pdf, 'Business date', formatDate(posting.businessDate), y)
  y = drawFact(pdf, 'Posted', formatTime(new Date(posting.postedAt), timeZone), y)
  y = drawFact(pdf, 'Posted by', actorText(posting.actor), y, 2)
  if (customerName !== null) y = drawFact(pdf, 'Customer', customerName, y, 2)
  const { reversal, presenter } = posting
  if (presenter !== null) y = drawFact(pdf, 'At the counter', presenterText(presenter), y, 2)
  const signers = whoSigned(posting)
  if (signers.length > 0) y = drawFact(pdf, 'Signed by', signers.join(', '), y, 2)
  const link = reversalText(reversal)
  if (link !== null) y = drawFact(pdf, 'Reversal', `${link}. ${reversal?.reason ?? ''}`, y, 2)
  if (posting.description !== null) y = drawFact(pdf, 'Details', posting.description, y, 3)
  return y
}

/** The debit first, as in a journal. */
const debitFirst = (legs: readonly Leg[]) => legs.toSorted((a, b) => b.side.localeCompare(a.side))

function drawLeg(pdf: PdfDocument, leg: Leg, write: Write, top: number): number {
  const amount = write(leg.amount)
  drawLeft(pdf, leg.side === 'DEBIT' ? 'Debit' : 'Credit', LEFT, top, STRONG)
  drawRight(pdf, amount, RIGHT, top, STRONG)
  const room = RIGHT - VALUE - widthOf(pdf, amount, STRONG) - 8
  const account = `${formatAccountNumber(leg.accountNumber)}  ${legTitle(leg.label)}`
  const y = drawLines(pdf, wrapText(pdf, account, room, BODY, 2), VALUE, top, BODY)
  if (leg.holder === null) return y + 4
  return drawLines(pdf, wrapText(pdf, leg.holder, RIGHT - VALUE, LABEL, 1), VALUE, y, LABEL) + 4
}

/** A customer's leg has balances; a till's has none. */
type CustomersLeg = Leg & { readonly ledgerBefore: string; readonly ledgerAfter: string }

const isCustomers = (leg: Leg): leg is CustomersLeg =>
  leg.holder !== null && leg.ledgerBefore !== null && leg.ledgerAfter !== null

/**
 * The accounts whose balance the reader of this receipt may see: the customer's own, not a till's. Of a transfer between
 * two people each may see one; without a name the receipt is the payer's.
 */
function balancesToShow(posting: PostingView, customerName: string | null): CustomersLeg[] {
  const ofCustomers = lastOfEachAccount(debitFirst(posting.legs)).filter(isCustomers)
  if (ofCustomers.length < 2) return ofCustomers
  const reader = customerName ?? ofCustomers[0]?.holder
  return ofCustomers.filter((leg) => leg.holder === reader)
}

/** An account with two legs, such as a withdrawal and its fee, has one balance: the one after its last leg. */
const lastOfEachAccount = (legs: readonly Leg[]): Leg[] =>
  legs.filter(
    (leg, at) => !legs.slice(at + 1).some(({ accountNumber }) => accountNumber === leg.accountNumber),
  )

/** An account whose balance a debit increases holds what is owed to the bank: a loan. */
function isLoan(leg: CustomersLeg, currency: string): boolean {
  const grew = fromLedger(leg.ledgerAfter, currency).minor > fromLedger(leg.ledgerBefore, currency).minor
  return (leg.side === 'DEBIT') === grew
}

function drawBalance(pdf: PdfDocument, leg: CustomersLeg, currency: string, write: Write, y: number): number {
  const word = isLoan(leg, currency) ? 'Owed after' : 'Balance after'
  drawLeft(pdf, word, LEFT, y, LABEL)
  drawLeft(pdf, formatAccountNumber(leg.accountNumber), VALUE, y, BODY)
  drawRight(pdf, `${currency} ${write(leg.ledgerAfter)}`, RIGHT, y, STRONG)
  return y + lineHeight(STRONG) + 2
}

function drawSignature(pdf: PdfDocument): void {
  drawRule(pdf, LEFT, RIGHT, BOTTOM - 12, INK)
  drawLeft(pdf, 'Customer’s signature: cash received', LEFT, BOTTOM - 9, SMALL)
}

/**
 * The receipt that a customer takes away: one page A6. `customerName` says whose receipt it is; of a transfer between two
 * customers it shows only that customer's balance. A withdrawal has a line for the signature.
 */
export function renderReceiptPdf(
  posting: PostingView,
  customerName: string | null,
  options: ReceiptOptions,
): Promise<Uint8Array> {
  const pdf = createPdf('A6', `Receipt ${posting.reference}`, options.createdAt ?? new Date())
  pdf.addPage()
  if (options.isCopy === true) drawRight(pdf, 'COPY', RIGHT, 22, TITLE)
  const write: Write = (text) => formatAmount(text, posting.currency, options.numberFormat)
  let y = drawFacts(pdf, posting, customerName, write, options.timeZone) + 3
  drawRule(pdf, LEFT, RIGHT, y)
  y += 7
  for (const leg of debitFirst(posting.legs)) y = drawLeg(pdf, leg, write, y)
  y += 1
  drawRule(pdf, LEFT, RIGHT, y)
  y += 7
  for (const leg of balancesToShow(posting, customerName))
    y = drawBalance(pdf, leg, posting.currency, write, y)
  if (posting.transactionType === 'WITHDRAWAL') drawSignature(pdf)
  return finishPdf(pdf)
}
