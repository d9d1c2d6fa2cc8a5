import type { ReadField, Reading, ReadingField } from '../../shared/reading/reading.ts'
import { birthDay, expiryDay } from '../../shared/mrz/dates.ts'
import type { MrzField } from '../../shared/mrz/formats.ts'
import { readName } from '../../shared/mrz/names.ts'
import { stateOf } from '../../shared/mrz/states.ts'
import { type JudgedField, judgeField } from '../../shared/mrz/vouched.ts'
import type { MrzRead } from './mrz/read-mrz.ts'
import { suggest } from './mrz/suggest.ts'

const withoutFillers = (text: string) => text.replace(/<+$/, '').replaceAll('<', ' ')

/** What a field's text is in the forms; null when it is none, such as a 31st of February. */
function textOf(field: ReadingField, text: string, today: string): string | null {
  if (field === 'expiresAt') return expiryDay(text, today)
  if (field === 'dateOfBirth') return birthDay(text, today)
  if (field === 'issuer' || field === 'nationality') return stateOf(text)
  if (field === 'surname') return readName(text).surname
  if (field === 'givenNames') return readName(text).given
  return withoutFillers(text)
}

const FIELDS: readonly (readonly [ReadingField, MrzField])[] = [
  ['documentNumber', 'number'],
  ['expiresAt', 'expiry'],
  ['issuer', 'issuer'],
  ['surname', 'name'],
  ['givenNames', 'name'],
  ['dateOfBirth', 'birth'],
  ['nationality', 'nationality'],
  ['sex', 'sex'],
]

/** How sure the reader is of a field: as sure as of the character that it is least sure of. */
function confidenceOf({ cells }: JudgedField, { seen }: MrzRead): number {
  const all = cells.flatMap(({ line, from, to }) => (seen[line] ?? []).slice(from, to))
  return Math.min(1, ...all.map(({ confidence }) => confidence))
}

/** A zone as it was read, in the words of the forms. A field that is no date, no state or empty is left out. */
export function readingOfMrz(read: MrzRead, page: number, today: string): Reading {
  const suggestions = new Map(suggest(read).map(({ field, text }) => [field, text]))
  const fields: Partial<Record<ReadingField, ReadField>> = {}
  for (const [field, place] of FIELDS) {
    const own = read.fields[place]
    const text = own === undefined ? null : textOf(field, own.text, today)
    if (own === undefined || text === null || text === '') continue
    const judged = judgeField(own, read.seen)
    const suggestion = suggestions.get(place)
    fields[field] = {
      text,
      vouched: judged.vouching === 'vouched' ? 'DIGIT' : 'NONE',
      confidence: confidenceOf(judged, read),
      suggestion: suggestion === undefined ? null : textOf(field, suggestion, today),
      ambiguous: [...judged.ambiguous],
    }
  }
  return { source: 'MRZ', format: read.format, page, fields, text: null }
}
