import { minorUnits } from './currencies.ts'
import { currencySaid } from './currency-signs.ts'
import { fail } from './errors.ts'
import { formatMoney, toDecimal, type AmountError, type Money, type ReadError } from './money.ts'
import { NUMBER_FORMATS, type NumberFormat } from './number-format.ts'
import { ok, type Result } from './result.ts'
import { readFigure, type Convention, type Figure } from './figure-text.ts'

type TextError =
  ReadError | 'AMOUNT_AMBIGUOUS' | 'AMOUNT_OTHER_FORMAT' | 'AMOUNT_OTHER_CURRENCY' | 'AMOUNT_SUM_UNFINISHED'

/** Spaces and apostrophes group digits in some countries and are a decimal sign in none, so every format reads them. */
const ALWAYS_GROUPS = [' ', '’']
const conventionOf = ({ decimal, group }: Convention['signs']): Convention => ({
  signs: { decimal, group },
  groups: new Set([clean(group), ...ALWAYS_GROUPS]),
})
/** All other formats differ from these two only in what they group by. */
const CONVENTIONS = ['POINT_COMMA', 'COMMA_POINT'] as const

/** A sign or code of a currency: `€`, `US$`, `kr`, `Fr.`, `USD`. */
const CURRENCY = /\p{L}{0,3}\p{Sc}|\p{L}{1,4}\.?/u.source
const PARTS = new RegExp(
  `^(?<sign>[-−+]?) ?(?<before>${CURRENCY})? ?(?<inner>[-−+]?) ?(?<figure>[\\d.,’ ]*?) ?(?<after>${CURRENCY})?$`,
  'u',
)

/** Pasted text brings marks of direction, and spaces and apostrophes in several forms. */
const clean = (text: string) =>
  text
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\u2009\u202f]/g, ' ')
    .replace(/['ʼ]/g, '’')
    .trim()

/**
 * Reads an amount as people write it in the number format of their branch, with or without the currency. Exactly that format
 * is read. What another format would read as another amount is refused, with what it could mean; only the form in which
 * the field itself writes an amount is read whatever it would mean elsewhere. So no text is two amounts in two branches.
 * Errors: those of `parseAmount`, AMOUNT_AMBIGUOUS, AMOUNT_OTHER_FORMAT, AMOUNT_OTHER_CURRENCY, AMOUNT_SUM_UNFINISHED.
 */
export function readAmount(text: string, currency: string, format: NumberFormat): Result<Money, TextError> {
  const plain = clean(text)
  if (/\d.*[+−×]/.test(plain)) return fail('AMOUNT_SUM_UNFINISHED')
  const parts = PARTS.exec(plain)?.groups
  const signs = `${parts?.['sign'] ?? ''}${parts?.['inner'] ?? ''}`
  const figure = parts?.['figure'] ?? ''
  if (!/\d/.test(figure) || signs.length > 1) return fail('AMOUNT_NOT_A_NUMBER')
  for (const said of [parts?.['before'], parts?.['after']]) {
    const meant = said === undefined ? 'this' : currencySaid(said, currency)
    if (meant === 'other') return fail('AMOUNT_OTHER_CURRENCY', { typed: said ?? '', currency })
    if (meant === 'unknown') return fail('AMOUNT_NOT_A_NUMBER')
  }
  const amount = readUnsigned(figure, currency, format)
  const negative = signs === '-' || signs === '−'
  return amount.ok && negative ? ok({ minor: -amount.value.minor, currency }) : amount
}

function readUnsigned(text: string, currency: string, format: NumberFormat): Result<Money, TextError> {
  const own = readFigure(text, currency, conventionOf(NUMBER_FORMATS[format]))
  const others = CONVENTIONS.map((name) => readFigure(text, currency, conventionOf(NUMBER_FORMATS[name])))
  if (own?.exact === true) {
    const isOwnForm = text === clean(formatMoney(moneyOf(own, currency), format))
    if (isOwnForm || others.every((other) => other?.exact !== true || other.minor === own.minor))
      return inRange(own, currency)
  }
  const elsewhere = others.find((other) => other !== null && !other.tooPrecise && other.minor !== own?.minor)
  const shown = (figure: Figure) => amountText(moneyOf(figure, currency), format)
  if (own !== null && !own.tooPrecise) {
    if (elsewhere == null) return inRange(own, currency)
    return fail('AMOUNT_AMBIGUOUS', { text, here: shown(own), there: shown(elsewhere) })
  }
  if (elsewhere != null) return fail('AMOUNT_OTHER_FORMAT', { text, there: shown(elsewhere) })
  if (own === null) return fail('AMOUNT_NOT_A_NUMBER')
  return fail('AMOUNT_TOO_PRECISE', { decimals: String(minorUnits(currency)), currency })
}

const moneyOf = ({ minor }: Figure, currency: string): Money => ({ minor, currency })

const inRange = (figure: Figure, currency: string): Result<Money, TextError> =>
  figure.tooLarge ? fail('AMOUNT_TOO_LARGE') : ok(moneyOf(figure, currency))

/** An amount as it is typed: with the format's decimal sign, with all decimals, without grouping. `readAmount` reads it. */
export const amountText = (money: Money, format: NumberFormat): string =>
  toDecimal(money).replace('.', NUMBER_FORMATS[format].decimal)

/** Like `readAmount`, and refuses less than one minor unit: AMOUNT_ZERO (also for an empty field), AMOUNT_NEGATIVE. */
export function readPositive(
  text: string,
  currency: string,
  format: NumberFormat,
): Result<Money, TextError | AmountError> {
  if (text.trim() === '') return fail('AMOUNT_ZERO')
  const amount = readAmount(text, currency, format)
  if (!amount.ok) return amount
  if (amount.value.minor === 0n) return fail('AMOUNT_ZERO')
  return amount.value.minor < 0n ? fail('AMOUNT_NEGATIVE') : amount
}

/** Like `readAmount`, for counts and limits, which may be zero: AMOUNT_ZERO for an empty field only, AMOUNT_NEGATIVE. */
export function readNotNegative(
  text: string,
  currency: string,
  format: NumberFormat,
): Result<Money, TextError | AmountError> {
  if (text.trim() === '') return fail('AMOUNT_ZERO')
  const amount = readAmount(text, currency, format)
  return amount.ok && amount.value.minor < 0n ? fail('AMOUNT_NEGATIVE') : amount
}
