import type { PostingView } from '../../shared/contract/postings.ts'
import { finishPdf, createPdf, type PdfDocument } from './document.ts'
import { receiptContent, type ReceiptContent, type Reader, type ReceiptOptions } from './receipt-content.ts'
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

/** Draws lines one below the other and returns the y of the next. */
function drawLines(pdf: PdfDocument, lines: readonly string[], x: number, y: number, style: Style): number {
  for (const [at, line] of lines.entries()) drawLeft(pdf, line, x, y + at * lineHeight(style), style)
  return y + lines.length * lineHeight(style)
}

function drawHead(pdf: PdfDocument, content: ReceiptContent): number {
  const { branch, address, title, notDone, amount, currency } = content
  let y = drawLines(pdf, wrapText(pdf, branch, RIGHT - LEFT, BRANCH, 2), LEFT, 22, BRANCH)
  if (address !== null) y = drawLines(pdf, wrapText(pdf, address, RIGHT - LEFT, SMALL, 1), LEFT, y, SMALL)
  y = drawLines(pdf, [title], LEFT, y + 4, TITLE) + 2
  if (notDone !== null) y = drawLines(pdf, [notDone], LEFT, y, STRONG)
  drawLeft(pdf, amount, LEFT, y, AMOUNT)
  const afterAmount = LEFT + widthOf(pdf, amount, AMOUNT) + 6
  drawLeft(pdf, currency, afterAmount, y + (AMOUNT.size - CURRENCY.size) * 0.93, CURRENCY)
  return y + lineHeight(AMOUNT) + 5
}

function drawFact(
  pdf: PdfDocument,
  { label, value, maxLines }: ReceiptContent['facts'][number],
  y: number,
): number {
  drawLeft(pdf, label, LEFT, y, LABEL)
  return drawLines(pdf, wrapText(pdf, value, RIGHT - VALUE, BODY, maxLines), VALUE, y, BODY) + 2
}

function drawLeg(pdf: PdfDocument, leg: ReceiptContent['legs'][number], top: number): number {
  drawLeft(pdf, leg.side, LEFT, top, STRONG)
  drawRight(pdf, leg.amount, RIGHT, top, STRONG)
  const room = RIGHT - VALUE - widthOf(pdf, leg.amount, STRONG) - 8
  const y = drawLines(pdf, wrapText(pdf, leg.account, room, BODY, 2), VALUE, top, BODY)
  if (leg.holder === null) return y + 4
  return drawLines(pdf, wrapText(pdf, leg.holder, RIGHT - VALUE, LABEL, 1), VALUE, y, LABEL) + 4
}

function drawBalance(
  pdf: PdfDocument,
  { word, account, amount }: ReceiptContent['balances'][number],
  y: number,
): number {
  drawLeft(pdf, word, LEFT, y, LABEL)
  drawLeft(pdf, account, VALUE, y, BODY)
  drawRight(pdf, amount, RIGHT, y, STRONG)
  return y + lineHeight(STRONG) + 2
}

function drawSignature(pdf: PdfDocument, words: string): void {
  drawRule(pdf, LEFT, RIGHT, BOTTOM - 12, INK)
  drawLeft(pdf, words, LEFT, BOTTOM - 9, SMALL)
}

/** The receipt that a customer takes away: one page A6. */
export function renderReceiptPdf(
  posting: PostingView,
  reader: Reader | null,
  options: ReceiptOptions,
): Promise<Uint8Array> {
  const content = receiptContent(posting, reader, options)
  const createdAt = options.createdAt ?? new Date()
  const pdf = createPdf('A6', `Receipt ${posting.reference}`, createdAt, options.faces)
  pdf.addPage()
  if (content.isCopy) drawRight(pdf, 'COPY', RIGHT, 22, TITLE)
  let y = drawHead(pdf, content)
  drawRule(pdf, LEFT, RIGHT, y)
  y += 7
  for (const fact of content.facts) y = drawFact(pdf, fact, y)
  y += 3
  drawRule(pdf, LEFT, RIGHT, y)
  y += 7
  for (const leg of content.legs) y = drawLeg(pdf, leg, y)
  y += 1
  drawRule(pdf, LEFT, RIGHT, y)
  y += 7
  for (const balance of content.balances) y = drawBalance(pdf, balance, y)
  if (content.signature !== null) drawSignature(pdf, content.signature)
  return finishPdf(pdf)
}
