import { formatAccountNumber } from '../../shared/check-digit.ts'

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

/** `statement-4017-220-912.pdf` */
export const statementFileName = (accountNumber: string, format: 'PDF' | 'CSV') =>
  `statement-${safe(formatAccountNumber(accountNumber))}.${format === 'PDF' ? 'pdf' : 'csv'}`
