import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { JournalFormat } from '../../shared/contract/books.ts'
import { branchTime } from '../../shared/rules/branch-time.ts'

/**
 * Only letters, digits and hyphens: such a name cannot lead out of its folder or hide a file, and is valid on Windows,
 * macOS and Linux. The fixed word at the beginning keeps it from being one of Windows' device names.
 */
const safe = (text: string) =>
  text
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'unnamed'

/** `receipt-T261123-000001.pdf` */
export const receiptFileName = (reference: string) => `receipt-${safe(reference)}.pdf`

/** `recovery-2026-11-23-1f0c2d3e.pdf` */
export const recoveryFileName = (sentAt: string, key: string) =>
  `recovery-${safe(sentAt.slice(0, 10))}-${safe(key.slice(0, 8))}.pdf`

/** `statement-4017-220-912.pdf` */
export const statementFileName = (accountNumber: string, format: keyof typeof STATEMENT_ENDING) =>
  `statement-${safe(formatAccountNumber(accountNumber))}.${STATEMENT_ENDING[format]}`

const STATEMENT_ENDING = { PDF: 'pdf', CSV: 'csv', CAMT: 'xml' } as const

/** `passbook-SB-004711-page-3.pdf` */
export const passbookFileName = (serialNumber: string, page: number) =>
  `passbook-${safe(serialNumber)}-page-${page}.pdf`

/** `day-2026-11-26.pdf` */
export const proofFileName = (businessDate: string, format: 'PDF' | 'JSON') =>
  `day-${safe(businessDate)}.${format.toLowerCase()}`

/** `cash-report-2026-11-26-1f0c2d3e.pdf` */
export const cashReportFileName = (businessDate: string, alertId: string, as: 'PDF' | 'JSON' | 'CSV') =>
  `cash-report-${safe(businessDate)}-${safe(alertId.slice(-8))}.${as.toLowerCase()}`

const JOURNAL_ENDING: Readonly<Record<JournalFormat, string>> = { HLEDGER: 'journal', BEANCOUNT: 'beancount' }

/** `journal-Branch-Nord-2026-11-01-to-2026-11-30.beancount` */
export const journalFileName = (
  branchName: string,
  { format, from, to }: { format: JournalFormat; from: string | null; to: string | null },
) => `journal-${safe(branchName)}-${from ?? 'beginning'}-to-${to ?? 'end'}.${JOURNAL_ENDING[format]}`

/** `payments-salaries-november-csv.pdf`, after the file that was taken */
export const paymentsFileName = (taken: string, as: 'CSV' | 'PDF') =>
  `payments-${safe(taken)}.${as.toLowerCase()}`

/** `staff-changes-2026-01-01-to-2026-03-31.csv` */
export const staffChangesFileName = (from: string, to: string) =>
  `staff-changes-${safe(from)}-to-${safe(to)}.csv`

/** `access-review-2026-11-27-1044.csv`, by the branch's clock */
export function accessFileName(at: string, timeZone: string): string {
  const { date, time } = branchTime(new Date(at), timeZone)
  return `access-review-${date}-${time.slice(0, 5).replace(':', '')}.csv`
}
