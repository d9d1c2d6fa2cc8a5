import { minorUnits } from './currencies.ts'
import { fail } from './errors.ts'
import { NUMBER_FORMATS, type NumberFormat } from './number-format.ts'
import { ok, type Result } from './result.ts'

/** An amount as the program holds it: an integer of the currency's minor unit (ISO 4217), never a floating-point number. */
export type Money = { readonly minor: bigint; readonly currency: string }

export type ReadError = 'AMOUNT_NOT_A_NUMBER' | 'AMOUNT_TOO_PRECISE' | 'AMOUNT_TOO_LARGE'
export type AmountError = ReadError | 'AMOUNT_ZERO' | 'AMOUNT_NEGATIVE'

/** decimal(15,2) holds thirteen digits before the point. */
export const MAX_INTEGER_DIGITS = 13

const DECIMAL = /^(?<sign>[-−+]?)(?<whole>\d{0,40})(?:\.(?<fraction>\d{0,40}))?$/

/**
 * Reads plain decimal text such as `1204.5`, as the contract and the ledger use it: digits, a point before decimals, and
 * nothing else. What people type is read by `readAmount` in the number format of their branch.
 * Zero and negative amounts are read too: `parsePositive` and the callers decide whether to accept them.
 * Errors: AMOUNT_NOT_A_NUMBER, AMOUNT_TOO_PRECISE (more decimals than ISO 4217 gives the currency), AMOUNT_TOO_LARGE.
 */
export function parseAmount(text: string, currency: string): Result<Money, ReadError> {
  const match = DECIMAL.exec(text.trim())
  const whole = match?.groups?.['whole'] ?? ''
  const fraction = match?.groups?.['fraction'] ?? ''
  if (match === null || whole + fraction === '') return fail('AMOUNT_NOT_A_NUMBER')
  const decimals = minorUnits(currency)
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > decimals)
    return fail('AMOUNT_TOO_PRECISE', { decimals: String(decimals), currency })
  const digits = whole.replace(/^0+/, '')
  if (digits.length > MAX_INTEGER_DIGITS) return fail('AMOUNT_TOO_LARGE')
  const minor = BigInt(`${digits}${significant.padEnd(decimals, '0')}` || '0')
  const negative = match.groups?.['sign'] === '-' || match.groups?.['sign'] === '−'
  return ok({ minor: negative ? -minor : minor, currency })
}

/** Like `parseAmount`, and refuses less than one minor unit: AMOUNT_ZERO, AMOUNT_NEGATIVE. */
export function parsePositive(text: string, currency: string): Result<Money, AmountError> {
  const amount = parseAmount(text, currency)
  if (!amount.ok) return amount
  if (amount.value.minor === 0n) return fail('AMOUNT_ZERO')
  return amount.value.minor < 0n ? fail('AMOUNT_NEGATIVE') : amount
}

/** Like `parseAmount`, for counts and limits, which may be zero: refuses AMOUNT_NEGATIVE. */
export function parseNotNegative(
  text: string,
  currency: string,
): Result<Money, ReadError | 'AMOUNT_NEGATIVE'> {
  const amount = parseAmount(text, currency)
  return amount.ok && amount.value.minor < 0n ? fail('AMOUNT_NEGATIVE') : amount
}

/** Decimal text with exactly the currency's decimals, for SQL and the contract: `-1204.50`. */
export function toDecimal({ minor, currency }: Money): string {
  const decimals = minorUnits(currency)
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0')
  const sign = minor < 0n ? '-' : ''
  if (decimals === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** Reads the ledger's own text, decimal(15,2) in every currency. Throws on anything else: that is a bug. */
export function fromLedger(text: string, currency: string): Money {
  const amount = parseAmount(text, currency)
  if (!amount.ok)
    throw new Error(`The ledger printed ${text} ${currency}, which is not an amount: ${amount.error.code}`)
  return amount.value
}

/** As people read it in a number format: `1,204.50`, with a true minus sign. The caller shows the currency beside it. */
export function formatMoney(money: Money, format: NumberFormat): string {
  const { decimal, group } = NUMBER_FORMATS[format]
  const [whole = '0', fraction] = toDecimal(money).replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return `${money.minor < 0n ? '−' : ''}${grouped}${fraction === undefined ? '' : `${decimal}${fraction}`}`
}

/** Adds two amounts of one currency. Throws when the currencies differ: that is a bug of the caller. */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`Cannot add ${b.currency} to ${a.currency}`)
  return { minor: a.minor + b.minor, currency: a.currency }
}
