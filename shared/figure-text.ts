import { minorUnits } from './currencies.ts'
import { MAX_INTEGER_DIGITS } from './money.ts'

/** How a figure is written: what stands before its decimals, and what may stand between groups of its digits. */
export type Convention = {
  readonly signs: { readonly decimal: string; readonly group: string }
  readonly groups: ReadonlySet<string>
}

export type Figure = {
  readonly minor: bigint
  /** At most as many decimals as the currency has; otherwise there are more, and those are zeros unless `tooPrecise`. */
  readonly exact: boolean
  readonly tooPrecise: boolean
  readonly tooLarge: boolean
}

/** Reads digits with their signs in one convention; null when they are not written in it. */
export function readFigure(text: string, currency: string, { signs, groups }: Convention): Figure | null {
  const [written = '', fraction = '', ...more] = text.split(signs.decimal)
  const whole = wholePart(written, groups)
  if (whole === null || more.length > 0 || !/^\d*$/.test(fraction) || whole + fraction === '') return null
  const decimals = minorUnits(currency)
  const significant = fraction.replace(/0+$/, '')
  const digits = whole.replace(/^0+/, '')
  return {
    minor: BigInt(`${digits}${significant.slice(0, decimals).padEnd(decimals, '0')}` || '0'),
    exact: fraction.length <= decimals,
    tooPrecise: significant.length > decimals,
    tooLarge: digits.length > MAX_INTEGER_DIGITS,
  }
}

/** Digits in groups of three, or with commas in lakhs and crores; null when they are grouped in another way. */
function wholePart(text: string, groups: ReadonlySet<string>): string | null {
  if (/^\d*$/.test(text)) return text
  const [group, ...others] = new Set(text.replace(/\d/g, ''))
  if (group === undefined || others.length > 0 || !groups.has(group)) return null
  const [first = '', ...rest] = text.split(group)
  const inThrees = /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => part.length === 3)
  const inLakhs = group === ',' && /^[1-9]\d?$/.test(first) && rest.every(isLakhGroup)
  return inThrees || inLakhs ? [first, ...rest].join('') : null
}

const isLakhGroup = (part: string, at: number, parts: readonly string[]) =>
  part.length === (at === parts.length - 1 ? 3 : 2)
