import type { ProofContent } from '../../shared/contract/proof-views.ts'
import { drawBranch } from './branch-head.ts'
import { createPdf, finishPdf, type PdfDocument, type PrintOptions } from './document.ts'
import { drawSection, type Flow } from './flow-table.ts'
import { A4 } from './pages.ts'
import { proofSections } from './proof-sections.ts'
import { drawLeft, drawRight, drawRule, wrapText, INK, lineHeight, SOFT_INK, type Style } from './text.ts'
import { formatDate, formatTime } from './words.ts'

const { left: LEFT, right: RIGHT, top: TOP, foot: FOOT } = A4

const TITLE: Style = { font: 'bold', size: 17, color: INK }
const COPY: Style = { font: 'bold', size: 12, color: INK }
const LABEL: Style = { font: 'regular', size: 8, color: SOFT_INK }
const BODY: Style = { font: 'regular', size: 8.5, color: INK }
const SMALL: Style = { font: 'regular', size: 7, color: SOFT_INK }

/** What was kept of the day, with the SHA-256 of its text in hexadecimal. */
type KeptProof = ProofContent & { readonly hash: string }

type ProofOptions = PrintOptions & {
  /** It was printed before. */
  readonly isCopy: boolean
}

/** The facts of the closing: who opened and closed the day, when, where and by which build. */
function drawFacts(pdf: PdfDocument, proof: KeptProof, timeZone: string, top: number): number {
  const at = (moment: string) => formatTime(new Date(moment), timeZone)
  const facts = [
    ['Opened', `${proof.openedBy}, ${at(proof.openedAt)}`],
    ['Closed', `${proof.closedBy}, ${at(proof.closedAt)}`],
    ['Workstation', `${proof.workstation}, build ${proof.build}`],
    ['Not decided, lapsed', String(proof.lapsed)],
    ['Jobs', proof.jobs.map(({ kind, done }) => `${kind}: ${done}`).join(', ')],
    ['SHA-256', proof.hash],
  ] as const
  for (const [n, [label, value]] of facts.entries()) {
    const y = top + n * (lineHeight(BODY) + 2)
    drawLeft(pdf, label, LEFT, y, LABEL)
    drawLeft(pdf, wrapText(pdf, value, RIGHT - LEFT - 100, BODY, 1).join(''), LEFT + 100, y, BODY)
  }
  return top + facts.length * (lineHeight(BODY) + 2)
}

function drawHead(pdf: PdfDocument, proof: KeptProof, { isCopy, timeZone }: ProofOptions): number {
  const title = drawBranch(pdf, { name: proof.branch, address: proof.address ?? null })
  drawLeft(pdf, `Proof of ${formatDate(proof.businessDate)}`, LEFT, title, TITLE)
  if (isCopy) drawRight(pdf, 'COPY', RIGHT, title + 3, COPY)
  const bottom = drawFacts(pdf, proof, timeZone, title + 30)
  drawRule(pdf, LEFT, RIGHT, bottom + 6)
  return bottom + 18
}

/** The proof of a closed day on A4, from what was kept when it was closed. From the second time on it says that it is a copy. */
export function renderProofPdf(proof: KeptProof, options: ProofOptions): Promise<Uint8Array> {
  const printedAt = options.createdAt ?? new Date()
  const pdf = createPdf('A4', `Proof of ${proof.businessDate}`, printedAt, options.faces)
  let page = 1
  const foot = () => {
    drawLeft(pdf, `Printed ${formatTime(printedAt, options.timeZone)}`, LEFT, FOOT, SMALL)
    drawRight(pdf, `${formatDate(proof.businessDate)}, page ${page}`, RIGHT, FOOT, SMALL)
  }
  const nextPage = () => {
    foot()
    pdf.addPage()
    page += 1
    return TOP
  }
  pdf.addPage()
  const flow: Flow = {
    pdf,
    left: LEFT,
    right: RIGHT,
    bottom: FOOT - 18,
    nextPage,
    y: drawHead(pdf, proof, options),
  }
  for (const { title, columns, rows } of proofSections(proof, options.numberFormat))
    if (rows.length > 0) drawSection(flow, title, columns, rows)
  foot()
  return finishPdf(pdf)
}
