import type { CashReport } from '../../../shared/contract/alert-views.ts'
import { cashReportRows } from '../../../shared/cash-report.ts'

/** What is said of one person, of the transactions, of one place, or of who files: names and values, empty where nothing is held. */
export type ReportPart = {
  readonly part: string
  readonly about: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** The fields of the report as they stand together on the form. */
export const reportParts = (report: CashReport): readonly ReportPart[] =>
  Object.values(Object.groupBy(cashReportRows(report), ({ part, about }) => `${part} ${about}`)).flatMap(
    (rows = []) =>
      rows.slice(0, 1).map(({ part, about }) => ({
        part,
        about,
        fields: rows.map(({ field, value }) => [field, value] as const),
      })),
  )
