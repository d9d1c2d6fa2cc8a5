import type { CashReport } from '../../shared/contract/alert-views.ts'
import { quotedCell, withoutFormula } from '../../shared/rules/csv.ts'
import { cashReportRows } from '../../shared/cash-report.ts'

/** The fields of the report, one a line, for a spreadsheet: RFC 4180, UTF-8 with a byte order mark. */
export function renderCashReportCsv(report: CashReport): Uint8Array {
  const rows = [
    ['Part', 'About', 'Field', 'Value'],
    ...cashReportRows(report).map(({ part, about, field, value }) => [
      part,
      about,
      field,
      withoutFormula(value),
    ]),
  ]
  const text = rows.map((cells) => `${cells.map(quotedCell).join(',')}\r\n`).join('')
  return new TextEncoder().encode(`\ufeff${text}`)
}
