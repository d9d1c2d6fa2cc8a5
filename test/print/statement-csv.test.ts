import { expect, test } from 'vitest'
import { receiptFileName, statementFileName } from '../../electron/print/file-name.ts'
import { renderStatementCsv } from '../../electron/print/statement-csv.ts'
import { OPTIONS, statementOf } from './samples.ts'

const { timeZone } = OPTIONS

/** A reader of RFC 4180 that knows nothing of the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  expect(rows.length > 0 && row.length === 0).toBe(true)
  return rows
}

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)

const descriptionsOf = (descriptions: (string | null)[]) => {
  const entries = descriptions.map((description) => ({ side: 'CREDIT' as const, cents: 100n, description }))
  const [, ...rows] = parseCsv(decode(renderStatementCsv(statementOf(entries), timeZone)).slice(1))
  return rows.map((row) => row[5])
}

test('it begins with a byte order mark and its headings, and ends every row with CRLF', () => {
  const text = decode(renderStatementCsv(statementOf([]), timeZone))
  expect(text).toBe(
    '\ufeffAccount,Business date,Posted at,Reference,Type,Description,Debit,Credit,Balance,Currency\r\n',
  )
})

test('commas, quotes, line breaks and every script come back as they were', () => {
  const written = [
    'Rent, November',
    'the "old" flat',
    'two\nlines',
    'two\r\nlines',
    'Наем, ноември',
    'إيجار',
    '',
  ]
  expect(descriptionsOf(written)).toEqual(written)
})

test.each(['=1+1', '+359 2 123', '-5 off', '@SUM(A1)', ' =1', '＝1', '=HYPERLINK("http://x","y")'])(
  'a spreadsheet takes %j for text',
  (formula) => expect(descriptionsOf([formula])).toEqual([`'${formula}`]),
)

test('a spreadsheet with another list separator takes it for text too', () => {
  expect(descriptionsOf(['x;=cmd', '\t=1', '\r=1'])).toEqual(["x;'=cmd", "'\t'=1", "'\r'=1"])
})

test('amounts are plain decimals, negative ones too, and the last balance is the closing one', () => {
  const statement = statementOf([
    { side: 'CREDIT', cents: 120_450n },
    { side: 'DEBIT', cents: 999_999_999_999_999n },
  ])
  const rows = parseCsv(decode(renderStatementCsv(statement, timeZone)).slice(1))
  expect(rows[1]?.slice(6)).toEqual(['', '1204.50', '1204.50', 'EUR'])
  expect(rows[2]?.slice(6)).toEqual(['9999999999999.99', '', '-9999999998795.49', 'EUR'])
  expect(rows[1]?.slice(0, 5)).toEqual([
    '4017-220-912',
    '2026-01-05',
    '2026-01-05T12:15:00+02:00',
    'T260105-000001',
    'Cash deposit',
  ])
  expect(rows.at(-1)?.[8]).toBe(statement.closingBalance)
})

test('decimals follow the currency, and a loan is owed', () => {
  const yen = statementOf([{ side: 'DEBIT', cents: 500n }], { currency: 'JPY', accountType: 'LOAN' })
  const rows = parseCsv(decode(renderStatementCsv(yen, timeZone)).slice(1))
  expect(rows[0]?.[8]).toBe('Owed')
  expect(rows[1]?.slice(6)).toEqual(['500', '', '500', 'JPY'])
})

test('file names cannot leave their folder or hide a file', () => {
  expect(receiptFileName('T261123-000001')).toBe('receipt-T261123-000001.pdf')
  expect(statementFileName('4017220912', 'PDF')).toBe('statement-4017-220-912.pdf')
  expect(statementFileName('4017220912', 'CSV')).toBe('statement-4017-220-912.csv')
  expect(receiptFileName('../../etc/passwd\0')).toBe('receipt-etc-passwd.pdf')
  expect(receiptFileName('…')).toBe('receipt-unnamed.pdf')
  expect(receiptFileName('x'.repeat(300)).length).toBeLessThan(80)
})
