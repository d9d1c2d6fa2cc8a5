import { visualRuns } from './bidi.ts'
import type { Paper } from './document.ts'

export type Style = { readonly font: 'regular' | 'bold'; readonly size: number; readonly color: string }

export const INK = '#1a1f26'
export const SOFT_INK = '#5b6570'
export const RULE = '#c9d0d8'

/** Baseline to baseline, in points. */
export const lineHeight = (style: Style) => style.size * 1.3

/**
 * One line of text without characters that have no shape or change the order of others: an embedded
 * "override" could show 5021 where 1205 is stored. The joiners stay, Persian and Hindi are misspelt without them.
 */
export const printable = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .trim()

const select = (paper: Paper, style: Style) => paper.font(style.font).fontSize(style.size)

/** Width of one line in points. */
export function widthOf(paper: Paper, line: string, style: Style): number {
  select(paper, style)
  return visualRuns(line).reduce((width, run) => width + paper.widthOfString(run.text), 0)
}

/** Draws one line whose left edge is `x` and whose top is `y`; a line too long for its place is the caller's to `fold`. */
export function drawLeft(paper: Paper, line: string, x: number, y: number, style: Style): void {
  select(paper, style).fillColor(style.color)
  let left = x
  for (const { text } of visualRuns(line)) {
    paper.text(text, left, y, { lineBreak: false })
    left += paper.widthOfString(text)
  }
}

/** Draws one line that ends at `right`, as figures under figures do. */
export function drawRight(paper: Paper, line: string, right: number, y: number, style: Style): void {
  drawLeft(paper, line, right - widthOf(paper, line, style), y, style)
}

/** A thin line across the paper. */
export function drawRule(paper: Paper, left: number, right: number, y: number, color = RULE): void {
  paper.moveTo(left, y).lineTo(right, y).lineWidth(0.6).strokeColor(color).stroke()
}

/** A letter with its accents is one: it must not be torn apart at a line's end. */
const LETTERS = new Intl.Segmenter('en')

/** The longest beginning of `text` that fits, and at least one character so that folding always moves on. */
function beginning(paper: Paper, text: string, width: number, style: Style): string {
  const letters = Array.from(LETTERS.segment(text), ({ segment }) => segment)
  let fits = 1
  let tooMany = letters.length + 1
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1
    if (widthOf(paper, letters.slice(0, middle).join(''), style) <= width) fits = middle
    else tooMany = middle
  }
  return letters.slice(0, fits).join('')
}

/** One line cut to `width`, with an ellipsis where something is missing. */
function cut(paper: Paper, text: string, width: number, style: Style): string {
  if (widthOf(paper, text, style) <= width) return text
  return `${beginning(paper, text, width - widthOf(paper, '…', style), style).trimEnd()}…`
}

/**
 * Breaks text at spaces (and inside a word that is longer than a line) into lines of at most `width` points.
 * What does not fit in `maxLines` is cut with an ellipsis.
 */
export function fold(paper: Paper, text: string, width: number, style: Style, maxLines: number): string[] {
  const lines: string[] = []
  let rest = printable(text)
  while (rest !== '' && lines.length < maxLines - 1 && widthOf(paper, rest, style) > width) {
    const line = firstLine(paper, rest, width, style)
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  return rest === '' ? lines : [...lines, cut(paper, rest, width, style)]
}

function firstLine(paper: Paper, text: string, width: number, style: Style): string {
  const fitting = beginning(paper, text, width, style)
  if (text[fitting.length] === ' ') return fitting
  const space = fitting.lastIndexOf(' ')
  return space > 0 ? fitting.slice(0, space) : fitting
}
