import { visualRuns } from './bidi.ts'
import { nameOfFace, type PdfDocument } from './document.ts'
import { fontRuns } from './fonts/font-runs.ts'
import { printable } from './printable.ts'

export type Style = { readonly font: 'regular' | 'bold'; readonly size: number; readonly color: string }

export const INK = '#1a1f26'
export const SOFT_INK = '#5b6570'
export const RULE = '#c9d0d8'

/** Baseline to baseline, in points. */
export const lineHeight = (style: Style) => style.size * 1.3

const select = (pdf: PdfDocument, font: string, { size }: Style) => pdf.font(font).fontSize(size)

/** What is drawn one after the other from the left, each by the font that has its letters. */
const runsOf = (pdf: PdfDocument, line: string, style: Style) =>
  visualRuns(line).flatMap(({ text, rightToLeft }) => {
    const runs = fontRuns(pdf.faces, text)
    return (rightToLeft ? runs.toReversed() : runs).map((run) => ({
      text: run.text,
      font: run.face === null ? style.font : nameOfFace(run.face),
      isOwn: run.face === null,
    }))
  })

/** Width of one line in points. */
export const widthOf = (pdf: PdfDocument, line: string, style: Style): number =>
  runsOf(pdf, line, style).reduce(
    (width, { text, font }) => width + select(pdf, font, style).widthOfString(text),
    0,
  )

/** How far below its top a line of the application's font has its letters' feet, as a part of their size. */
export const ASCENT = 0.928

/** Draws one line whose left edge is `x` and whose top is `y`; the caller wraps a line that is too long. */
export function drawLeft(pdf: PdfDocument, line: string, x: number, y: number, style: Style): void {
  let left = x
  for (const { text, font, isOwn } of runsOf(pdf, line, style)) {
    select(pdf, font, style).fillColor(style.color)
    // Another font stands on the same line, whatever its height.
    if (isOwn) pdf.text(text, left, y, { lineBreak: false })
    else pdf.text(text, left, y + style.size * ASCENT, { lineBreak: false, baseline: 'alphabetic' })
    left += pdf.widthOfString(text)
  }
}

/** Draws one line that ends at `right`, as figures under figures do. */
export function drawRight(pdf: PdfDocument, line: string, right: number, y: number, style: Style): void {
  drawLeft(pdf, line, right - widthOf(pdf, line, style), y, style)
}

/** A thin horizontal line. */
export function drawRule(pdf: PdfDocument, left: number, right: number, y: number, color = RULE): void {
  pdf.moveTo(left, y).lineTo(right, y).lineWidth(0.6).strokeColor(color).stroke()
}

/** A letter and its accents stay together at the end of a line. */
const LETTERS = new Intl.Segmenter('en')

/** The longest beginning of `text` that fits, and at least one character so that wrapping always advances. */
function longestFit(pdf: PdfDocument, text: string, width: number, style: Style): string {
  const letters = Array.from(LETTERS.segment(text), ({ segment }) => segment)
  let fits = 1
  let tooMany = letters.length + 1
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1
    if (widthOf(pdf, letters.slice(0, middle).join(''), style) <= width) fits = middle
    else tooMany = middle
  }
  return letters.slice(0, fits).join('')
}

/** One line truncated to `width`, with an ellipsis if something is missing. */
function truncate(pdf: PdfDocument, text: string, width: number, style: Style): string {
  if (widthOf(pdf, text, style) <= width) return text
  return `${longestFit(pdf, text, width - widthOf(pdf, '…', style), style).trimEnd()}…`
}

/**
 * Breaks text at spaces (and inside a word that is longer than a line) into lines of at most `width` points.
 * What does not fit in `maxLines` is truncated with an ellipsis.
 */
export function wrapText(
  pdf: PdfDocument,
  text: string,
  width: number,
  style: Style,
  maxLines: number,
): string[] {
  const lines: string[] = []
  let rest = printable(text)
  while (rest !== '' && lines.length < maxLines - 1 && widthOf(pdf, rest, style) > width) {
    const line = firstLine(pdf, rest, width, style)
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  return rest === '' ? lines : [...lines, truncate(pdf, rest, width, style)]
}

function firstLine(pdf: PdfDocument, text: string, width: number, style: Style): string {
  const fitting = longestFit(pdf, text, width, style)
  if (text[fitting.length] === ' ') return fitting
  const space = fitting.lastIndexOf(' ')
  return space > 0 ? fitting.slice(0, space) : fitting
}
