import type { ChartAccount } from '../../shared/contract/book-views.ts'
import { CHART_HEADS, setText } from '../../shared/rules/chart-file.ts'
import { quotedCell, withoutFormula } from '../../shared/rules/csv.ts'

/** The chart of accounts for a spreadsheet, in the form in which it is read back: RFC 4180, UTF-8 with a byte order mark. */
export function renderChartCsv(chart: readonly ChartAccount[]): Uint8Array {
  const rows = [
    CHART_HEADS,
    ...chart.map(({ code, name, parent, class: of, normalSide, sets }) => [
      code,
      withoutFormula(name),
      parent ?? '',
      of,
      normalSide,
      sets.map(setText).join(' | '),
    ]),
  ]
  const text = rows.map((cells) => `${cells.map(quotedCell).join(',')}\r\n`).join('')
  return new TextEncoder().encode(`\ufeff${text}`)
}
