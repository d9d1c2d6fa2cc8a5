import { sql } from 'kysely'
import { cashReport } from '../../../shared/contract/alert-views.ts'
import { cashReportRows } from '../../../shared/cash-report.ts'
import { ok } from '../../../shared/result.ts'
import { renderCashReportCsv } from '../../print/cash-report-csv.ts'
import { renderCashReportPdf } from '../../print/cash-report-pdf.ts'
import { cashReportFileName } from '../../print/file-name.ts'
import type { UseCase } from '../../workplace.ts'
import { callersBranch } from '../branches/callers-branch.ts'

/** The report that was kept when the alert was decided: its fields as JSON or CSV, or on paper. Nothing is computed anew. */
export const exportReport: UseCase<'watch', 'exportReport'> = async (
  { alertId, format },
  { db, workplace },
) => {
  const { rows } = await sql<{ kept: unknown }>`SELECT export_cash_report(${alertId}) AS kept`.execute(db)
  const report = cashReport.parse(rows[0]?.kept)
  const fileName = cashReportFileName(report.firstDate, alertId, format)
  if (format === 'JSON')
    return ok({
      fileName,
      mediaType: 'application/json',
      content: new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`),
    })
  if (format === 'CSV') return ok({ fileName, mediaType: 'text/csv', content: renderCashReportCsv(report) })
  const { timeZone, numberFormat } = await callersBranch(db)
  const faces = await workplace.letters.facesFor(cashReportRows(report))
  return ok({
    fileName,
    mediaType: 'application/pdf',
    content: await renderCashReportPdf(report, { timeZone, numberFormat, faces }),
  })
}
