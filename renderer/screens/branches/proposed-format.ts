import {
  DEFAULT_NUMBER_FORMAT,
  numberFormats,
  NUMBER_FORMATS,
  type NumberFormat,
} from '../../../shared/number-format.ts'

/**
 * The number format that the country of a currency uses, most often; the computer's own for its own currency and for
 * one of many countries. ISO 4217 begins a country's currency with the letters of the country, as in SEK.
 */
export const proposedFormat = (currency: string, computer: string = navigator.language): NumberFormat =>
  formatOf(countryOf(currency, computer))

/** The weekend of the same country; 1 for Monday. */
export const proposedWeekend = (currency: string, computer: string = navigator.language): number[] =>
  countryOf(currency, computer).getWeekInfo().weekend

function countryOf(currency: string, computer: string): Intl.Locale {
  const country = currency.slice(0, 2)
  const isShared = country === 'EU' || country.startsWith('X')
  const own = new Intl.Locale(computer).maximize()
  return isShared || own.region === country ? own : new Intl.Locale(`und-${country}`).maximize()
}

function formatOf({ language, region }: Intl.Locale): NumberFormat {
  // Without the script, by which a computer finds Germany's format for Switzerland.
  const parts = new Intl.NumberFormat(`${language}-${region ?? ''}`).formatToParts(1_234_567.5)
  const sign = (wanted: 'decimal' | 'group') => parts.find(({ type }) => type === wanted)?.value ?? ''
  const fits = (name: NumberFormat) =>
    NUMBER_FORMATS[name].decimal === sign('decimal') && NUMBER_FORMATS[name].group === asGroup(sign('group'))
  return numberFormats.find(fits) ?? DEFAULT_NUMBER_FORMAT
}

/** Spaces and apostrophes have several forms, of which a number format has one. */
const asGroup = (sign: string) => sign.replace(/\s/, '\u202f').replace("'", '’')
