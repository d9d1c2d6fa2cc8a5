import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { OutcomeLine, PaymentFile } from '../../shared/contract/payments.ts'
import { quotedCell, withoutFormula } from '../../shared/rules/csv.ts'
import { outcomeText } from './payments-words.ts'

const HEADS = ['Line', 'Account', 'Name', 'Amount', 'Currency', 'Reference', 'Posting', 'Outcome']

/** What became of each line of a file, for a spreadsheet: RFC 4180, UTF-8 with a byte order mark, amounts as plain decimals. */
export function renderPaymentsCsv({ currency }: PaymentFile, lines: readonly OutcomeLine[]): Uint8Array {
  const rows = lines.map((line) => [
    String(line.line),
    withoutFormula(formatAccountNumber(line.account)),
    withoutFormula(line.name),
    line.amount ?? '',
    currency,
    withoutFormula(line.reference),
    line.posting ?? '',
    outcomeText(line),
  ])
  const text = [HEADS, ...rows].map((cells) => `${cells.map(quotedCell).join(',')}\r\n`).join('')
  return new TextEncoder().encode(`\ufeff${text}`)
}
