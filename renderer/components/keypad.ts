import { minorUnits } from '../../shared/currencies.ts'
import { add, formatMoney, parseAmount, toDecimal, type Money } from '../../shared/money.ts'

export type Operator = '+' | '−' | '×'

/** A calculator tape: the pending left side, and the calculation as it is printed (`300.00 + 200.00 =`). */
export type Tape = {
  readonly left: { readonly money: Money; readonly operator: Operator } | null
  readonly printed: string
}
export const blankTape: Tape = { left: null, printed: '' }

const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': '+',
  '-': '−',
  '−': '−',
  '*': '×',
  '×': '×',
  x: '×',
  X: '×',
}
export const operatorOf = (key: string): Operator | undefined => OPERATORS[key]

/** `1.5k` → `1500`: the key multiplies the entry by a thousand. Null when the entry is no amount or zero. */
export function timesThousand(text: string, currency: string): string | null {
  const amount = parseAmount(text, currency)
  if (!amount.ok || amount.value.minor === 0n) return null
  return plain({ minor: amount.value.minor * 1000n, currency })
}

/** Presses an operator: evaluates a pending operation and waits for the next number. Null when the entry is no number. */
export function pressOperator(tape: Tape, text: string, operator: Operator, currency: string): Tape | null {
  const left = tape.left === null ? readEntry(text, currency) : combine(tape.left, text, currency)
  if (left === null) return null
  return { left: { money: left, operator }, printed: `${formatMoney(left)} ${operator}` }
}

/** Presses `=`: the result as text for the entry, and the tape that led to it. Null when there is nothing to evaluate. */
export function pressEquals(tape: Tape, text: string, currency: string): { tape: Tape; text: string } | null {
  if (tape.left === null) return null
  const result = combine(tape.left, text, currency)
  if (result === null) return null
  const right = tape.left.operator === '×' ? text.trim() : formatEntry(text, currency)
  return { tape: { left: null, printed: `${tape.printed} ${right} =` }, text: plain(result) }
}

const readEntry = (text: string, currency: string) => {
  const amount = parseAmount(text, currency)
  return amount.ok ? amount.value : null
}

const formatEntry = (text: string, currency: string) => {
  const money = readEntry(text, currency)
  return money === null ? text.trim() : formatMoney(money)
}

function combine(left: NonNullable<Tape['left']>, text: string, currency: string): Money | null {
  if (left.operator === '×') return multiply(left.money, text)
  const right = readEntry(text, currency)
  if (right === null) return null
  return left.operator === '+' ? add(left.money, right) : add(left.money, { ...right, minor: -right.minor })
}

/** Multiplies by a count such as `12` or `2.5`; null unless the product is a whole number of minor units. */
function multiply(money: Money, factor: string): Money | null {
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(factor.trim())
  if (match === null) return null
  const fraction = match[2] ?? ''
  const scale = 10n ** BigInt(fraction.length)
  const product = money.minor * BigInt(`${match[1] ?? ''}${fraction}`)
  return product % scale === 0n ? { minor: product / scale, currency: money.currency } : null
}

/** Without decimals where they are all zero: digits can be added to `1500`, not to `1500.00`. */
function plain(money: Money): string {
  const text = toDecimal(money)
  return minorUnits(money.currency) > 0 ? text.replace(/\.0+$/, '') : text
}
