import { minorUnits } from '../../shared/currencies.ts'
import { add, type Money } from '../../shared/money.ts'
import { decimalSign, readTyped, showMoney, typedMoney } from '../i18n/amounts.ts'

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

const THOUSANDS = /^(.*\d)\s*k$/i

/** Reads what is typed: an amount in the branch's number format, or thousands of it (`1.5k`). */
export function readEntry(text: string, currency: string): ReturnType<typeof readTyped> {
  const thousands = THOUSANDS.exec(text.trim())?.[1]
  if (thousands === undefined) return readTyped(text, currency)
  const amount = readTyped(thousands, currency)
  if (!amount.ok) return amount
  return readTyped(typedMoney({ minor: amount.value.minor * 1000n, currency }), currency)
}

/** Presses an operator: evaluates a pending operation and waits for the next number. Null when the entry is no number. */
export function pressOperator(tape: Tape, text: string, operator: Operator, currency: string): Tape | null {
  const left = tape.left === null ? moneyOf(text, currency) : combine(tape.left, text, currency)
  if (left === null) return null
  return openTape({ money: left, operator })
}

const openTape = (left: NonNullable<Tape['left']>): Tape => ({
  left,
  printed: `${showMoney(left.money)} ${left.operator}`,
})

/** The tape where amounts are written in another number format from now on: what is open is printed anew, what is finished goes. */
export const reprint = ({ left }: Tape): Tape => (left === null ? blankTape : openTape(left))

/** Presses `=`: the result as text for the entry, and the tape that led to it. Null when there is nothing to evaluate. */
export function pressEquals(tape: Tape, text: string, currency: string): { tape: Tape; text: string } | null {
  if (tape.left === null) return null
  const result = combine(tape.left, text, currency)
  if (result === null) return null
  const right = tape.left.operator === '×' ? text.trim() : showEntry(text, currency)
  return { tape: { left: null, printed: `${tape.printed} ${right} =` }, text: withoutZeros(result) }
}

const moneyOf = (text: string, currency: string) => {
  const amount = readEntry(text, currency)
  return amount.ok ? amount.value : null
}

const showEntry = (text: string, currency: string) => {
  const money = moneyOf(text, currency)
  return money === null ? text.trim() : showMoney(money)
}

function combine(left: NonNullable<Tape['left']>, text: string, currency: string): Money | null {
  if (left.operator === '×') return multiply(left.money, text)
  const right = moneyOf(text, currency)
  if (right === null) return null
  return left.operator === '+' ? add(left.money, right) : add(left.money, { ...right, minor: -right.minor })
}

/**
 * Multiplies by a count such as `12` or `2.5`; null unless the product is a whole number of minor units. Three decimals
 * are not read: `1.000` may be meant as a thousand.
 */
function multiply(money: Money, factor: string): Money | null {
  const [whole = '', fraction = '', ...more] = factor.trim().split(decimalSign())
  const isRead = /^\d{1,12}$/.test(whole) && /^\d{0,6}$/.test(fraction) && fraction.length !== 3
  if (!isRead || more.length > 0) return null
  const scale = 10n ** BigInt(fraction.length)
  const product = money.minor * BigInt(`${whole}${fraction}`)
  return product % scale === 0n ? { minor: product / scale, currency: money.currency } : null
}

/** Without decimals where they are all zero: digits can be added to `1500`, not to `1500.00`. */
function withoutZeros(money: Money): string {
  const text = typedMoney(money)
  return minorUnits(money.currency) > 0 ? text.replace(/[.,]0+$/, '') : text
}
