import type { PdfDocument } from './document.ts'
import { A4 } from './pages.ts'
import { drawLeft, lineHeight, SOFT_INK, type Style, wrapText } from './text.ts'

const NAME: Style = { font: 'bold', size: 9, color: SOFT_INK }
const ADDRESS: Style = { font: 'regular', size: 7, color: SOFT_INK }

/** What a branch is called on paper; the address is null where it has none, or where none was kept. */
export type BranchHead = { readonly name: string; readonly address: string | null }

/** Begins a paper of a branch on A4: its name, and its address beneath. Returns the y of the title. */
export function drawBranch(pdf: PdfDocument, { name, address }: BranchHead): number {
  const { left, right, top } = A4
  const draw = (text: string, y: number, style: Style) =>
    drawLeft(pdf, wrapText(pdf, text, right - left, style, 1).join(''), left, y, style)
  draw(name, top, NAME)
  if (address === null) return top + 16
  draw(address, top + lineHeight(NAME), ADDRESS)
  return top + 16 + lineHeight(ADDRESS)
}
