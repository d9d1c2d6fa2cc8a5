import { knownCodes } from './currencies.ts'

/** Canada's English says `US$`, which that of the United States does not need. */
const FORMS = [
  ['en', 'symbol'],
  ['en', 'narrowSymbol'],
  ['en-CA', 'symbol'],
  ['en', 'code'],
] as const

/** The signs that people write for a currency, such as `$` and `CA$`, in small letters and without a closing point. */
const signsOf = (currency: string): readonly string[] =>
  FORMS.map(([language, currencyDisplay]) => {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
    return plain(format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency)
  })

const plain = (sign: string) => sign.toLowerCase().replace(/\.$/, '')

let known: ReadonlySet<string> | undefined
const knownSigns = () => (known ??= new Set(knownCodes.flatMap(signsOf)))

/** Whether a sign or code that stands beside an amount says this currency, another one, or nothing that is known. */
export function currencySaid(text: string, currency: string): 'this' | 'other' | 'unknown' {
  if (signsOf(currency).includes(plain(text))) return 'this'
  return knownSigns().has(plain(text)) ? 'other' : 'unknown'
}
