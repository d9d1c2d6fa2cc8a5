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
  const heads = head?.cells ?? []
  const twice = headedTwice(heads)
  if (twice !== null) return { ...read, faults: [fault('COLUMNS', twice)], lines: [] }
  const places = placesOf(heads)
  if (places.account < 0 || places.amount < 0) return { ...read, faults: [fault('HEADER')], lines: [] }
  return { ...read, faults: [], lines: rest.map((line) => lineOf(line, heads.length, places, source)) }
}

const isOf = (name: ColumnName) => (head: string) =>
  COLUMNS[name].some((known) => known === head.toLowerCase())

/** Columns of which only one can be meant, such as `Salary` and `Net`; null where each has one at most. */
function headedTwice(heads: readonly string[]): string | null {
  const found = (['account', 'amount', 'currency'] as const).map((name) => heads.filter(isOf(name)))
  return found.find(({ length }) => length > 1)?.join(', ') ?? null
}

function placesOf(heads: readonly string[]): Places {
  const place = (name: ColumnName) => heads.findIndex(isOf(name))
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
  columns: number,
  places: Places,
  { currency, numberFormat }: PaymentSource,
): ReadLine {
  const cell = (name: ColumnName) => cells[places[name]] ?? ''
  const payee = readPayee(cell('account'))
  const amount = readPositive(cell('amount'), currency, numberFormat)
  const named = cell('currency').toUpperCase()
  const other = named !== '' && named !== currency ? problem('OTHER_CURRENCY', { currency: named }) : null
  // 5,500 without quotation marks is two cells, and 5 would be paid.
  const beyond = cells.slice(columns).some((text) => text !== '') ? problem('MORE_CELLS') : null
  return {
    line,
    account: payee.account,
    name: cell('name'),
    amount: amount.ok ? toDecimal(amount.value) : null,
    reference: cell('reference'),
    problem:
      beyond ??
      payee.problem ??
      other ??
      (amount.ok ? null : problem(amount.error.code, amount.error.details ?? {})),
  }
}
