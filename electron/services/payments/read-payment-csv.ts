import { readPositive } from '../../../shared/amount-text.ts'
import { toDecimal } from '../../../shared/money.ts'
import { type CsvLine, readCsv, separatorOf } from '../../../shared/rules/read-csv.ts'
import {
  fault,
  problem,
  readPayee,
  type PaymentSource,
  type ReadLine,
  type ReadPayments,
} from './payment-file.ts'

/** What heads the columns, in small letters; the first of each is the one that is asked for. */
const COLUMNS = {
  account: ['account', 'account number', 'iban'],
  amount: ['amount', 'net', 'salary'],
  name: ['name', 'employee', 'holder', 'payee'],
  currency: ['currency'],
  reference: ['reference', 'description', 'text'],
} as const
type ColumnName = keyof typeof COLUMNS

/** Where each column stands; -1 of one that is not there. */
type Places = Readonly<Record<ColumnName, number>>

/** Payments from a spreadsheet: a line with the names of the columns, and a line for each payment. Account and amount are needed. */
export function readPaymentCsv(text: string, source: PaymentSource): ReadPayments {
  const read = { format: 'CSV', separator: separatorOf(text), messageId: null } as const
  const lines = readCsv(text)
  if (lines === null) return { ...read, faults: [fault('QUOTES')], lines: [] }
  const [head, ...rest] = lines
  const places = placesOf(head?.cells ?? [])
  if (places.account < 0 || places.amount < 0) return { ...read, faults: [fault('HEADER')], lines: [] }
  return { ...read, faults: [], lines: rest.map((line) => lineOf(line, places, source)) }
}

function placesOf(heads: readonly string[]): Places {
  const words = heads.map((head) => head.toLowerCase())
  const place = (name: ColumnName) => words.findIndex((word) => COLUMNS[name].some((known) => known === word))
  return {
    account: place('account'),
    amount: place('amount'),
    name: place('name'),
    currency: place('currency'),
    reference: place('reference'),
  }
}

function lineOf(
  { line, cells }: CsvLine,
  places: Places,
  { currency, numberFormat }: PaymentSource,
): ReadLine {
  const cell = (name: ColumnName) => cells[places[name]] ?? ''
  const payee = readPayee(cell('account'))
  const amount = readPositive(cell('amount'), currency, numberFormat)
  const named = cell('currency').toUpperCase()
  const other = named !== '' && named !== currency ? problem('OTHER_CURRENCY', { currency: named }) : null
  return {
    line,
    account: payee.account,
    name: cell('name'),
    amount: amount.ok ? toDecimal(amount.value) : null,
    reference: cell('reference'),
    problem:
      payee.problem ?? other ?? (amount.ok ? null : problem(amount.error.code, amount.error.details ?? {})),
  }
}
