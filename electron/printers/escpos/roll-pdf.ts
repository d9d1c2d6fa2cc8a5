import { createPdf, finishPdf, type PdfDocument } from '../../print/document.ts'
import { rollFonts } from '../../print/fonts/bundled.ts'
import { FEED_BEFORE_CUT } from './encode-roll.ts'
import { type GreyPicture, type RollPart, ROLLS, type RollWidth } from './roll-parts.ts'

/** Eight dots are a millimetre, on every printer of receipts. */
const DOTS_PER_MM = 8
const DOT = 72 / 25.4 / DOTS_PER_MM
/** A letter of the printer's font A, and from one line to the next. */
const CELL = 12
const LINE = 30
const LARGE_LINE = 48
const TOP = 16
/** How wide each letter of DejaVu Sans Mono is, as a part of its size. */
const ADVANCE = 1233 / 2048

/** The printer goes on by a line behind a picture. */
const heightOf = (part: RollPart): number => {
  if (part.is === 'PICTURE') return part.height + LINE
  return part.large ? LARGE_LINE : LINE
}

/** Each letter in its own cell, as a printer sets it; sizes and places in dots. */
function drawText(
  pdf: PdfDocument,
  part: Extract<RollPart, { is: 'TEXT' }>,
  left: number,
  top: number,
): void {
  const cell = part.large ? CELL * 2 : CELL
  pdf.font(part.bold ? 'mono bold' : 'mono').fontSize((cell * DOT) / ADVANCE)
  for (const [at, letter] of Array.from(part.text).entries())
    if (letter !== ' ') pdf.text(letter, (left + at * cell) * DOT, top * DOT, { lineBreak: false })
}

/** Each dot that the printer burns, those beside one another in one stroke. */
function drawDots(pdf: PdfDocument, { width, height, grey }: GreyPicture, left: number, top: number): void {
  for (let row = 0; row < height; row++)
    for (let x = 0; x < width; x++) {
      const from = x
      while (x < width && grey[row * width + x] === 0) x++
      if (x > from) pdf.rect((left + from) * DOT, (top + row) * DOT, (x - from) * DOT, DOT)
    }
  pdf.fill('black')
}

/** A roll as it comes out, on one page as wide as its paper: what is looked at before it is printed. */
export function rollPdf(parts: readonly RollPart[], title: string, roll: RollWidth): Promise<Uint8Array> {
  const wide = Number(roll) * DOTS_PER_MM
  const left = (wide - ROLLS[roll].dots) / 2
  const high = parts.reduce((sum, part) => sum + heightOf(part), TOP + FEED_BEFORE_CUT * LINE)
  const pdf = createPdf([wide * DOT, high * DOT], title, new Date())
  const { regular, bold } = rollFonts()
  pdf.registerFont('mono', regular).registerFont('mono bold', bold)
  pdf.addPage()
  let top = TOP
  for (const part of parts) {
    if (part.is === 'PICTURE') drawDots(pdf, part, left, top)
    else drawText(pdf, part, left, top)
    top += heightOf(part)
  }
  return finishPdf(pdf)
}
