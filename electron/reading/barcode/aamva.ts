import type { ReadField, ReadingField } from '../../../shared/reading/reading.ts'
import { stateOf } from '../../../shared/mrz/states.ts'

/** Elements of the subfile DL or ID: AAMVA DL/ID Card Design Standard (2020), annex D, table D.3. */
const ELEMENTS: readonly (readonly [string, ReadingField])[] = [
  ['DAQ', 'documentNumber'],
  ['DBA', 'expiresAt'],
  ['DCG', 'issuer'],
  ['DCS', 'surname'],
  ['DAB', 'surname'],
  ['DAC', 'givenNames'],
  ['DCT', 'givenNames'],
  ['DBB', 'dateOfBirth'],
  ['DBC', 'sex'],
]
const SEXES: Readonly<Record<string, string>> = { '1': 'M', '2': 'F', '9': 'X', M: 'M', F: 'F' }

/** Month, day and year in the United States, year, month and day in Canada: element DBA and DBB. */
function dayOf(digits: string, isCanadian: boolean): string | null {
  if (!/^\d{8}$/.test(digits)) return null
  const [year, month, day] = isCanadian
    ? [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
    : [digits.slice(4), digits.slice(0, 2), digits.slice(2, 4)]
  const text = `${year}-${month}-${day}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null
}

function textOf(field: ReadingField, value: string, isCanadian: boolean): string | null {
  if (field === 'expiresAt' || field === 'dateOfBirth') return dayOf(value, isCanadian)
  if (field === 'issuer') return stateOf(value)
  if (field === 'sex') return SEXES[value] ?? null
  return value.replaceAll(',', ' ').trim()
}

/** The elements of the first subfile, by their three letters. */
function elementsOf(body: string): ReadonlyMap<string, string> {
  const start = /(?:DL|ID)(?=D[A-Z]{2})/.exec(body)
  const text = start === null ? body : body.slice(start.index + 2)
  const lines = text.split(/[\n\r]/).filter((line) => /^[DZ][A-Z0-9]{2}/.test(line))
  return new Map(lines.toReversed().map((line) => [line.slice(0, 3), line.slice(3).trim()]))
}

export type AamvaRead = {
  readonly version: string
  readonly fields: Partial<Record<ReadingField, ReadField>>
}

/**
 * What the barcode of a North American driving licence says; null when the text is none. A barcode corrects its own errors, yet has no
 * check digit for a field, so that nothing in it is vouched for.
 */
export function readAamva(text: string): AamvaRead | null {
  const header = /ANSI \d{6}(\d{2})/.exec(text)
  if (header === null) return null
  const elements = elementsOf(text.slice(header.index))
  const isCanadian = elements.get('DCG') === 'CAN'
  const fields: Partial<Record<ReadingField, ReadField>> = {}
  for (const [element, field] of ELEMENTS) {
    const value = elements.get(element)
    const read = value === undefined ? null : textOf(field, value, isCanadian)
    if (read === null || read === '' || fields[field] !== undefined) continue
    fields[field] = { text: read, vouched: 'NONE', confidence: 1, suggestion: null, ambiguous: [] }
  }
  return { version: header[1] ?? '', fields }
}
