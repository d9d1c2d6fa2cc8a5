import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { Recovery } from '../../shared/contract/intents.ts'
import { adviceFor, INTENT_TITLES, OUTCOME_TITLES, UNREADABLE_TITLE } from '../../shared/recovery-words.ts'
import { createPdf, finishPdf, type PdfDocument, type PrintOptions } from './document.ts'
import { drawLeft, drawRule, INK, lineHeight, SOFT_INK, type Style, wrapText } from './text.ts'
import { formatTime } from './words.ts'

// A6 in points, as a receipt.
const LEFT = 24
const RIGHT = 297.64 - 24
const VALUE = LEFT + 72

const SMALL_TITLE: Style = { font: 'bold', size: 8.5, color: SOFT_INK }
const SMALL: Style = { font: 'regular', size: 6.5, color: SOFT_INK }
const TITLE: Style = { font: 'bold', size: 14, color: INK }
const LABEL: Style = { font: 'regular', size: 7.5, color: SOFT_INK }
const BODY: Style = { font: 'regular', size: 7.5, color: INK }
const STRONG: Style = { font: 'bold', size: 8.5, color: INK }

export type RecoveryOptions = PrintOptions & {
  readonly branchName: string
  readonly branchAddress: string | null
  readonly workstation: string
  /** Who was signed in when it was printed. */
  readonly printedBy: string
}

function drawText(pdf: PdfDocument, text: string, y: number, style: Style, maxLines: number): number {
  const lines = wrapText(pdf, text, RIGHT - LEFT, style, maxLines)
  for (const [at, line] of lines.entries()) drawLeft(pdf, line, LEFT, y + at * lineHeight(style), style)
  return y + lines.length * lineHeight(style) + 3
}

function drawFact(pdf: PdfDocument, label: string, value: string | null, y: number): number {
  if (value === null || value === '') return y
  drawLeft(pdf, label, LEFT, y, LABEL)
  const lines = wrapText(pdf, value, RIGHT - VALUE, BODY, 3)
  for (const [at, line] of lines.entries()) drawLeft(pdf, line, VALUE, y + at * lineHeight(BODY), BODY)
  return y + lines.length * lineHeight(BODY) + 2
}

const amountOf = ({ amount, currency }: Recovery) =>
  amount === null ? null : `${amount} ${currency ?? ''}`.trim()

/** One page A6: whether it is posted, what to do with the cash, and what it was. */
export function renderRecoveryPdf(recovery: Recovery, options: RecoveryOptions): Promise<Uint8Array> {
  const pdf = createPdf('A6', 'Recovery slip', options.createdAt ?? new Date(), options.faces)
  pdf.addPage()
  let y = drawText(pdf, `${options.branchName}: recovery slip`, 22, SMALL_TITLE, 2)
  if (options.branchAddress !== null) y = drawText(pdf, options.branchAddress, y - 3, SMALL, 1)
  y = drawText(pdf, OUTCOME_TITLES[recovery.outcome], y, TITLE, 3)
  y = drawText(pdf, adviceFor(recovery), y, STRONG, 6) + 2
  drawRule(pdf, LEFT, RIGHT, y)
  y += 7
  const sentAt = formatTime(new Date(recovery.sentAt), options.timeZone)
  y = drawFact(pdf, 'What', recovery.kind === null ? UNREADABLE_TITLE : INTENT_TITLES[recovery.kind], y)
  y = drawFact(pdf, 'Amount', amountOf(recovery), y)
  y = drawFact(pdf, 'On the slip', recovery.shown.map(formatAccountNumber).join(', '), y)
  y = drawFact(pdf, 'Reference', recovery.reference, y)
  y = drawFact(pdf, 'Sent by', recovery.maker, y)
  y = drawFact(pdf, 'Sent', sentAt, y)
  y = drawFact(pdf, 'Sent to', recovery.sentTo, y)
  y = drawFact(pdf, 'Reason', recovery.reason, y)
  y = drawFact(pdf, 'Key', recovery.key, y)
  drawRule(pdf, LEFT, RIGHT, y + 2)
  drawFact(pdf, 'Printed by', `${options.printedBy}, ${options.workstation}`, y + 9)
  return finishPdf(pdf)
}
