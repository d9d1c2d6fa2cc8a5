import type { PdfDocument } from './document.ts'
import { drawLeft, drawRight, drawRule, wrapText, INK, lineHeight, SOFT_INK, type Style } from './text.ts'

const HEAD: Style = { font: 'bold', size: 7.5, color: SOFT_INK }
const BODY: Style = { font: 'regular', size: 8, color: INK }
const TITLE: Style = { font: 'bold', size: 10, color: INK }
const ROW = lineHeight(BODY) + 5

/** Where the tables of a paper stand: from page to page, between the margins. */
export type Flow = {
  readonly pdf: PdfDocument
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** Begins another page and answers where its content begins. */
  readonly nextPage: () => number
  y: number
}

/** A column's share of the width; figures stand at its right edge. */
export type FlowColumn = { readonly head: string; readonly share: number; readonly isFigure?: boolean }

/** Draws a titled table from where the flow stands; a page that is full is followed by another one with the same heads. */
export function drawSection(
  flow: Flow,
  title: string,
  columns: readonly FlowColumn[],
  rows: readonly (readonly string[])[],
): void {
  if (flow.y + lineHeight(TITLE) + 3 * ROW > flow.bottom) flow.y = flow.nextPage()
  drawLeft(flow.pdf, title, flow.left, flow.y, TITLE)
  flow.y += lineHeight(TITLE) + 4
  const heads = columns.map(({ head }) => head)
  drawCells(flow, columns, heads, HEAD)
  for (const row of rows) {
    if (flow.y + ROW > flow.bottom) {
      flow.y = flow.nextPage()
      drawCells(flow, columns, heads, HEAD)
    }
    drawCells(flow, columns, row, BODY)
  }
  flow.y += 12
}

/** One row of cells with a line below it. */
function drawCells(flow: Flow, columns: readonly FlowColumn[], cells: readonly string[], style: Style): void {
  const { pdf, left, right } = flow
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  let start = left
  for (const [at, { share, isFigure = false }] of columns.entries()) {
    const end = start + ((right - left) * share) / whole
    const text = cells[at] ?? ''
    if (isFigure) drawRight(pdf, text, end, flow.y, style)
    else drawLeft(pdf, wrapText(pdf, text, end - start - 6, style, 1).join(''), start, flow.y, style)
    start = end
  }
  drawRule(pdf, left, right, flow.y + ROW - 3)
  flow.y += ROW
}
