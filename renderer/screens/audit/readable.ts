import { parseAmount } from '../../../shared/money.ts'
import { showMoney } from '../../i18n/amounts.ts'
import { formatDate, formatExactTime } from '../../i18n/dates.ts'
import { humanise, recordWord } from './words.ts'

/** A value of the log as a person reads it. `id` is shown subdued, `empty` as a word. */
export type Readable =
  | { readonly kind: 'empty' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'text' | 'time' | 'amount' | 'id'; readonly text: string }

export type ReadContext = {
  /** The record's own, or else the branch's. */
  readonly currency: string
  /** The branch's, by whose clock times are shown. */
  readonly timeZone: string
  /** People by their id. */
  readonly names: ReadonlyMap<string, string>
  /** Other records that the entry refers to, by their id. */
  readonly records?: Readonly<Record<string, string>>
}

const AMOUNTS = /^(amount|expected|counted|opening_float|agreed_limit|.*balance(_after)?)$/
const CODES = /^(currency|country|hash|.*_number|transaction_id)$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const CONSTANT = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/
const HEXADECIMAL = /^(\\x)?[0-9a-f]{32,}$/i

/** Reads a value by the name of its field and by its form; anything else is shown as it is. */
export function readable(field: string, value: unknown, context: ReadContext): Readable {
  const { currency } = context
  if (value === null || value === undefined || value === '') return { kind: 'empty' }
  if (typeof value === 'boolean') return value ? { kind: 'yes' } : { kind: 'no' }
  if (AMOUNTS.test(field) && (typeof value === 'number' || typeof value === 'string')) {
    const amount = parseAmount(String(value), currency)
    if (amount.ok) return { kind: 'amount', text: showMoney(amount.value) }
  }
  if (typeof value !== 'string') return { kind: 'text', text: JSON.stringify(value) }
  if (field === 'id') return { kind: 'id', text: value }
  return readText(field, value, context)
}

/** The name of a record that a field refers to. Accounts are written in groups, days in words. */
function recordIn(records: Readonly<Record<string, string>>, field: string, id: string): string | undefined {
  const name = records[id]
  if (name === undefined) return undefined
  return recordWord(field.endsWith('account_id') ? 'accounts' : field, name)
}

function readText(field: string, value: string, { names, records = {}, timeZone }: ReadContext): Readable {
  if (UUID.test(value)) {
    const name = names.get(value) ?? recordIn(records, field, value)
    return name === undefined ? { kind: 'id', text: value } : { kind: 'text', text: name }
  }
  if (INSTANT.test(value)) return { kind: 'time', text: formatExactTime(value, timeZone) }
  if (DAY.test(value)) return { kind: 'time', text: formatDate(value) }
  if (HEXADECIMAL.test(value)) return { kind: 'id', text: value.replace('\\x', '') }
  if (CONSTANT.test(value) && value.length > 3 && !CODES.test(field))
    return { kind: 'text', text: humanise(value) }
  return { kind: 'text', text: value }
}

export type Difference = {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  readonly changed: boolean
}
type Snapshot = Readonly<Record<string, unknown>>

/** Field by field, those that changed first. A snapshot leaves empty fields out, so absent and empty are the same. */
export function differences(before: Snapshot, after: Snapshot): readonly Difference[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  const all = fields.map((field) => ({
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
    changed: JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  }))
  return [...all.filter(({ changed }) => changed), ...all.filter(({ changed }) => !changed)]
}
