import { minorUnits } from '../../../shared/currencies.ts'
import { parseAmount, type Money } from '../../../shared/money.ts'

/** What can lie in a till, largest first, as decimal text. */
export type Denominations = { readonly notes: readonly string[]; readonly coins: readonly string[] }

const EURO_COINS = ['2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01']

/** Currencies whose pieces differ from the usual series. Pieces that are no longer issued but still taken are included. */
const OWN: Readonly<Record<string, Denominations>> = {
  USD: { notes: ['100', '50', '20', '10', '5', '2', '1'], coins: ['0.50', '0.25', '0.10', '0.05', '0.01'] },
  EUR: { notes: ['500', '200', '100', '50', '20', '10', '5'], coins: EURO_COINS },
  GBP: { notes: ['50', '20', '10', '5'], coins: EURO_COINS },
  SEK: { notes: ['1000', '500', '200', '100', '50', '20'], coins: ['10', '5', '2', '1'] },
  JPY: { notes: ['10000', '5000', '2000', '1000'], coins: ['500', '100', '50', '10', '5', '1'] },
}

const USUAL: Denominations = {
  notes: ['500', '200', '100', '50', '20', '10', '5'],
  coins: ['2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01'],
}
const WHOLE: Denominations = {
  notes: ['10000', '5000', '2000', '1000', '500'],
  coins: ['100', '50', '20', '10', '5', '1'],
}

/** The notes and coins to count in; the usual series of 1, 2 and 5 where the currency has none of its own here. */
export const denominationsOf = (currency: string): Denominations =>
  OWN[currency] ?? (minorUnits(currency) === 0 ? WHOLE : USUAL)

/** How many pieces of each denomination, as typed. */
export type Counts = Readonly<Record<string, string>>

const DIGITS = /^\d{1,7}$/

/** What so many pieces are worth; null while nothing readable stands there. */
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

/** Adds the count up. A field left empty is no pieces; if all are empty nobody has counted yet. */
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
