import { minorUnits } from '../../../shared/currencies.ts'
import { parseAmount, type Money } from '../../../shared/money.ts'

/** The notes and coins of a currency, largest first, as decimal text. */
export type Denominations = { readonly notes: readonly string[]; readonly coins: readonly string[] }

const EURO_COINS = ['2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01']

/** Currencies whose pieces differ from the usual series. Pieces that are still accepted but no longer issued are included. */
const SERIES: Readonly<Record<string, Denominations>> = {
  USD: { notes: ['100', '50', '20', '10', '5', '2', '1'], coins: ['0.50', '0.25', '0.10', '0.05', '0.01'] },
  EUR: { notes: ['500', '200', '100', '50', '20', '10', '5'], coins: EURO_COINS },
  GBP: { notes: ['50', '20', '10', '5'], coins: EURO_COINS },
  SEK: { notes: ['1000', '500', '200', '100', '50', '20'], coins: ['10', '5', '2', '1'] },
  JPY: { notes: ['10000', '5000', '2000', '1000'], coins: ['500', '100', '50', '10', '5', '1'] },
}

const USUAL_SERIES: Denominations = {
  notes: ['500', '200', '100', '50', '20', '10', '5'],
  coins: ['2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01'],
}
const SERIES_WITHOUT_MINOR_UNITS: Denominations = {
  notes: ['10000', '5000', '2000', '1000', '500'],
  coins: ['100', '50', '20', '10', '5', '1'],
}

/** The notes and coins to count in; the usual series of 1, 2 and 5 where the currency has none of its own here. */
export const denominationsOf = (currency: string): Denominations =>
  SERIES[currency] ?? (minorUnits(currency) === 0 ? SERIES_WITHOUT_MINOR_UNITS : USUAL_SERIES)

/** How many pieces of each denomination, as typed. */
export type Counts = Readonly<Record<string, string>>

const DIGITS = /^\d{1,7}$/

/** What so many pieces are worth; null while the count cannot be read. */
export function worthOf(denomination: string, count: string, currency: string): Money | null {
  const value = parseAmount(denomination, currency)
  const pieces = count.trim()
  if (!value.ok || !DIGITS.test(pieces)) return null
  return { minor: value.value.minor * BigInt(pieces), currency }
}

export type Counted =
  | { readonly state: 'nothing' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'counted'; readonly total: Money }

/** Adds the count up. A field left empty is no pieces; if all are empty there is no count yet. */
export function addUp(counts: Counts, currency: string): Counted {
  const filled = Object.entries(counts).filter(([, count]) => count.trim() !== '')
  if (filled.length === 0) return { state: 'nothing' }
  let minor = 0n
  for (const [denomination, count] of filled) {
    const worth = worthOf(denomination, count, currency)
    if (worth === null) return { state: 'unreadable' }
    minor += worth.minor
  }
  return { state: 'counted', total: { minor, currency } }
}
