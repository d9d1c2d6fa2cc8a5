import { SPELLINGS, toMrzText } from './transliterate.ts'

export type MrzName = {
  readonly surname: string
  readonly given: string
  /** The name takes all cells, so its end may be missing. */
  readonly mayBeCut: boolean
}

const words = (text: string) => text.replace(/<+/g, ' ').trim()

/** The name field: what stands before the double filler is the surname, what follows it the given names (ICAO 9303-3, 4.6). */
export function readName(field: string): MrzName {
  const [surname = '', given = ''] = field.split(/<<(.*)/)
  return { surname: words(surname), given: words(given), mayBeCut: !field.endsWith('<') }
}

/** What comparing a typed name with a read one says; `unknown` when the typed one is not in Latin letters. */
export type NameComparison = 'same' | 'different' | 'unknown'

/** Whether a typed name is the one of the zone, in any spelling that a state may choose; where the zone may be cut, as far as it goes. */
export function compareName(typed: string, read: string, mayBeCut: boolean): NameComparison {
  const forms = SPELLINGS.map((spelling) => toMrzText(typed, spelling))
  const known = forms.flatMap((form) => (form === null ? [] : [words(form)]))
  if (known.length === 0) return 'unknown'
  const isSame = (form: string) => form === read || (mayBeCut && read !== '' && form.startsWith(read))
  return known.some(isSame) ? 'same' : 'different'
}
