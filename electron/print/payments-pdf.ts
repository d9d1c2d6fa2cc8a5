import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { OutcomeLine, PaymentFile } from '../../shared/contract/payments.ts'
import { type Around, takeTurns, UNWATCHED } from '../progress.ts'
import { type BranchHead, drawBranch } from './branch-head.ts'
import { createPdf, finishPdf, type PdfDocument, type PrintOptions } from './document.ts'
import { A4 } from './pages.ts'
import { outcomeText } from './payments-words.ts'
import { drawLeft, drawRight, drawRule, INK, SOFT_INK, type Style, wrapText } from './text.ts'
import { formatAmount, formatTime } from './words.ts'

const { left: LEFT, right: RIGHT, top: TOP, foot: FOOT } = A4

const TITLE: Style = { font: 'bold', size: 17, color: INK }
const HEAD: Style = { font: 'bold', size: 7.5, color: SOFT_INK }
const LABEL: Style = { font: 'regular', size: 8, color: SOFT_INK }
const BODY: Style = { font: 'regular', size: 8, color: INK }
const SMALL: Style = { font: 'regular', size: 7, color: SOFT_INK }

const ROW = 16
/** Where each column begins; the amount ends at its place. */
const COLUMNS = { line: LEFT, account: LEFT + 34, name: LEFT + 112, amount: LEFT + 330, outcome: LEFT + 346 }

type Format = Pick<PrintOptions, 'numberFormat' | 'timeZone'>

type PaymentsOptions = PrintOptions & { readonly branch: BranchHead }

function factsOf(
  file: PaymentFile,
  { numberFormat, timeZone }: Format,
): readonly (readonly [string, string])[] {
  const amount = (text: string) => `${formatAmount(text, file.currency, numberFormat)} ${file.currency}`
  return [
    ['From', `${formatAccountNumber(file.accountNumber)}, ${file.holder}`],
    ['File', file.fileName],
    ['SHA-256', file.fileHash],
    ...(file.messageId === null ? [] : [['Message', file.messageId] as const]),
    ['Taken', `${formatTime(new Date(file.requestedAt), timeZone)}, ${file.requestedBy}`],
    ['Posted', `${file.posted} of ${file.payments}, ${amount(file.postedTotal)} of ${amount(file.total)}`],
    ...(file.feePosting === null ? [] : [['Fee', `${amount(file.feePosted)}, ${file.feePosting}`] as const]),
    ['Not posted', `${file.leftOut + file.refused}`],
  ]
}

/** Draws one line of text, cut to the width between two places. */
const drawCut = (pdf: PdfDocument, text: string, left: number, right: number, top: number, style: Style) =>
  drawLeft(pdf, wrapText(pdf, text, right - left - 6, style, 1).join(''), left, top, style)

function drawHeads(pdf: PdfDocument, top: number): number {
  drawLeft(pdf, 'Line', COLUMNS.line, top, HEAD)
  drawLeft(pdf, 'Account', COLUMNS.account, top, HEAD)
  drawLeft(pdf, 'Name', COLUMNS.name, top, HEAD)
  drawRight(pdf, 'Amount', COLUMNS.amount, top, HEAD)
  drawLeft(pdf, 'Outcome', COLUMNS.outcome, top, HEAD)
  drawRule(pdf, LEFT, RIGHT, top + 12)
  return top + 16
}

function drawLine(pdf: PdfDocument, line: OutcomeLine, top: number, amount: string): void {
  drawLeft(pdf, String(line.line), COLUMNS.line, top, BODY)
  drawCut(pdf, formatAccountNumber(line.account), COLUMNS.account, COLUMNS.name, top, BODY)
  drawCut(pdf, line.name, COLUMNS.name, COLUMNS.amount - 60, top, BODY)
  drawRight(pdf, amount, COLUMNS.amount, top, BODY)
  drawCut(pdf, outcomeText(line), COLUMNS.outcome, RIGHT, top, BODY)
}

function drawFirstHead(pdf: PdfDocument, file: PaymentFile, options: PaymentsOptions): number {
  const title = drawBranch(pdf, options.branch)
  drawLeft(pdf, 'Payments from a file', LEFT, title, TITLE)
  let top = title + 34
  for (const [label, value] of factsOf(file, options)) {
    drawLeft(pdf, label, LEFT, top, LABEL)
    drawCut(pdf, value, LEFT + 60, RIGHT, top, BODY)
    top += 13
  }
  return top + 12
}

/** What became of each line of a file, on A4. */
export async function renderPaymentsPdf(
  file: PaymentFile,
  lines: readonly OutcomeLine[],
  options: PaymentsOptions,
  around: Around = UNWATCHED,
): Promise<Uint8Array> {
  const createdAt = options.createdAt ?? new Date()
  const pdf = createPdf('A4', `Payments ${file.fileName}`, createdAt, options.faces)
  const shown = (amount: string | null) =>
    amount === null ? '' : formatAmount(amount, file.currency, options.numberFormat)
  let top = FOOT
  let page = 0
  const turn = () => {
    pdf.addPage()
    page += 1
    drawLeft(pdf, `Printed ${formatTime(createdAt, options.timeZone)}`, LEFT, FOOT, SMALL)
    drawRight(pdf, String(page), RIGHT, FOOT, SMALL)
    top = drawHeads(pdf, page === 1 ? drawFirstHead(pdf, file, options) : TOP)
  }
  turn()
  for (const [at, line] of lines.entries()) {
    if (top + ROW > FOOT - 8) {
      await takeTurns(around, at, lines.length)
      turn()
    }
    drawLine(pdf, line, top, shown(line.amount))
    top += ROW
  }
  await takeTurns(around, lines.length, lines.length)
  return finishPdf(pdf)
}
