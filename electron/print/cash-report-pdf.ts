import type { CashReport } from '../../shared/contract/alert-views.ts'
import { cashReportRows, type ReportField } from '../../shared/cash-report.ts'
import { drawBranch } from './branch-head.ts'
import { createPdf, finishPdf, type PrintOptions } from './document.ts'
import { drawSection, type Flow } from './flow-table.ts'
import { A4 } from './pages.ts'
import { drawLeft, drawRight, drawRule, INK, SOFT_INK, type Style } from './text.ts'
import { formatTime } from './words.ts'

const { left: LEFT, right: RIGHT, top: TOP, foot: FOOT } = A4

const TITLE: Style = { font: 'bold', size: 17, color: INK }
const SMALL: Style = { font: 'regular', size: 7, color: SOFT_INK }
const COLUMNS = [
  { head: 'Field', share: 40 },
  { head: 'Entry', share: 60 },
]

const titleOf = ({ part, about }: ReportField) => `Part ${part}: ${about}`

/** The report on A4: a table for each person, the transactions, each location, and who files it. */
export function renderCashReportPdf(report: CashReport, options: PrintOptions): Promise<Uint8Array> {
  const printedAt = options.createdAt ?? new Date()
  const pdf = createPdf('A4', 'Currency transaction report', printedAt, options.faces)
  let page = 1
  const foot = () => {
    drawLeft(pdf, `Printed ${formatTime(printedAt, options.timeZone)}. Confidential.`, LEFT, FOOT, SMALL)
    drawRight(pdf, `Page ${page}`, RIGHT, FOOT, SMALL)
  }
  const nextPage = () => {
    foot()
    pdf.addPage()
    page += 1
    return TOP
  }
  pdf.addPage()
  const { institution, address = null } = report.filing
  const head = drawBranch(pdf, { name: `${report.form}, ${institution}`, address })
  drawLeft(pdf, 'Currency transaction report', LEFT, head, TITLE)
  drawRule(pdf, LEFT, RIGHT, head + 30)
  const flow: Flow = { pdf, left: LEFT, right: RIGHT, bottom: FOOT - 18, nextPage, y: head + 42 }
  for (const [title, fields = []] of Object.entries(Object.groupBy(cashReportRows(report), titleOf)))
    drawSection(
      flow,
      title,
      COLUMNS,
      fields.map(({ field, value }) => [field, value]),
    )
  foot()
  return finishPdf(pdf)
}
