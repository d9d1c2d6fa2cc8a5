import type { PassbookLine } from '../../shared/contract/passbooks.ts'
import type { NumberFormat } from '../../shared/number-format.ts'
import { createPdf, finishPdf, type PdfDocument } from './document.ts'
import { placeLines, type PassbookLayout, type PassbookTexts, type PlacedText } from './passbook-layout.ts'
import { ASCENT, drawLeft, drawRight, type Style, widthOf, wrapText } from './text.ts'
import { formatAmount, formatDate } from './words.ts'

/** What is printed on one page of a passbook, from a line of the page on. */
export type PassbookPage = {
  readonly serialNumber: string
  readonly currency: string
  readonly page: number
  readonly startLine: number
  readonly lines: readonly PassbookLine[]
  readonly layout: PassbookLayout
}

const POINTS_A_MM = 72 / 25.4
// Black: the printers of passbooks strike through a ribbon.
const STYLE: Style = { font: 'regular', size: 7.5, color: '#000000' }

const WORDS: Readonly<Record<PassbookLine['kind'], string>> = {
  DEPOSIT: 'Deposit',
  WITHDRAWAL: 'Withdrawal',
  TRANSFER: 'Transfer',
  FEE: 'Fee',
  INTEREST: 'Interest',
  REVERSAL: 'Reversal',
  BROUGHT_FORWARD: 'Brought forward',
}

/** A line of the book in the words and figures of the branch. */
export function passbookTexts(line: PassbookLine, currency: string, format: NumberFormat): PassbookTexts {
  const amount = line.amount === null ? '' : formatAmount(line.amount, currency, format)
  return {
    date: formatDate(line.date),
    words: [WORDS[line.kind], line.reference].filter((part) => part !== null).join('  '),
    debit: line.side === 'DEBIT' ? amount : '',
    credit: line.side === 'CREDIT' ? amount : '',
    balance: formatAmount(line.balance, currency, format),
  }
}

/** A page of the book's size with nothing but its new lines: what is printed in the book before lies beneath them. */
export function renderPassbookPdf(
  { serialNumber, currency, page, startLine, lines, layout }: PassbookPage,
  {
    numberFormat,
    createdAt = new Date(),
  }: { readonly numberFormat: NumberFormat; readonly createdAt?: Date },
): Promise<Uint8Array> {
  const size = [layout.width * POINTS_A_MM, layout.height * POINTS_A_MM] as const
  const pdf = createPdf(size, `Passbook ${serialNumber}, page ${page}`, createdAt)
  pdf.addPage()
  const texts = lines.map((line) => passbookTexts(line, currency, numberFormat))
  for (const placed of placeLines(layout, startLine, texts)) draw(pdf, placed)
  return finishPdf(pdf)
}

function draw(pdf: PdfDocument, { text, x, ends, room, baseline }: PlacedText): void {
  const [edge, width] = [x * POINTS_A_MM, room * POINTS_A_MM]
  if (ends === 'LEFT') {
    const [fitting = ''] = wrapText(pdf, text, width, STYLE, 1)
    return drawLeft(pdf, fitting, edge, topOf(baseline, STYLE), STYLE)
  }
  // A figure is never cut off: a long one is smaller.
  const size = Math.min(STYLE.size, (STYLE.size * width) / widthOf(pdf, text, STYLE))
  return drawRight(pdf, text, edge, topOf(baseline, { ...STYLE, size }), { ...STYLE, size })
}

const topOf = (baseline: number, { size }: Style) => baseline * POINTS_A_MM - size * ASCENT
