import { createPdf, finishPdf } from './document.ts'
import type { Face } from './fonts/face.ts'
import { printable } from './printable.ts'
import { drawLeft, drawRule, INK, lineHeight, type Style } from './text.ts'

const TITLE: Style = { font: 'bold', size: 14, color: INK }
const BODY: Style = { font: 'regular', size: 9, color: INK }
const LEFT = 24
const RIGHT = 297.64 - 24

/** A page A6 that says which printer it is, as long a rule as a receipt has, and letters of several scripts. */
export function renderTestPdf(
  printer: string,
  about: readonly string[],
  faces: readonly Face[],
): Promise<Uint8Array> {
  const pdf = createPdf('A6', 'Test page', new Date(), faces)
  pdf.addPage()
  drawLeft(pdf, 'Test page', LEFT, 22, TITLE)
  drawRule(pdf, LEFT, RIGHT, 44)
  for (const [at, line] of [printer, ...about].entries())
    drawLeft(pdf, printable(line), LEFT, 52 + at * lineHeight(BODY), BODY)
  return finishPdf(pdf)
}
