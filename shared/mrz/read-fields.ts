import { FILLER, mrzCheckDigit } from './characters.ts'
import {
  formatOf,
  type FormatName,
  type MrzField,
  MRZ_FIELDS,
  type MrzFormat,
  type Span,
  textAt,
} from './formats.ts'

/** What a field's own check digit says of it; most have none. */
export type DigitSays = 'right' | 'wrong' | 'none'
/** A field as it is printed, fillers included, and the cells that it was read from, its digit's among them. */
export type ReadField = { readonly text: string; readonly digit: DigitSays; readonly cells: readonly Span[] }
export type ReadFields = Readonly<Partial<Record<MrzField, ReadField>>>

const says = (isRight: boolean): DigitSays => (isRight ? 'right' : 'wrong')
const cellAt = (line: number, at: number): Span => ({ line, from: at, to: at + 1 })

/**
 * A number that is longer than its nine cells has the filler for a digit; it goes on in the optional data, up to its check digit
 * and a filler (ICAO 9303-5, 4.2.2.1 and 9303-6, 4.2.2.2).
 */
function longNumber(lines: readonly string[], begins: Span, goesOn: Span, digitCell: Span): ReadField {
  const [, more, digit] = /^([0-9A-Z]+)([0-9])(?:<|$)/.exec(textAt(lines, goesOn)) ?? []
  const first = textAt(lines, begins)
  if (more === undefined || digit === undefined)
    return { text: first, digit: 'wrong', cells: [begins, digitCell] }
  const rest: Span = { ...goesOn, to: goesOn.from + more.length + 1 }
  const text = first + more
  return { text, digit: says(mrzCheckDigit(text) === digit), cells: [begins, digitCell, rest] }
}

function readField(lines: readonly string[], format: MrzFormat, field: MrzField): ReadField | undefined {
  const place = format.fields[field]
  if (place === undefined) return undefined
  const text = textAt(lines, place.at)
  if (place.digitAt === undefined) return { text, digit: 'none', cells: [place.at] }
  const digitCell = cellAt(place.at.line, place.digitAt)
  const digit = textAt(lines, digitCell)
  if (field === 'number' && digit === FILLER && format.numberGoesOnAt !== undefined)
    return longNumber(lines, place.at, format.numberGoesOnAt, digitCell)
  // An empty personal number has 0 or the filler for its digit (ICAO 9303-4, 4.2.2.2).
  const isEmpty = field === 'optional' && /^<*$/.test(text)
  const isRight = mrzCheckDigit(text) === digit || (isEmpty && digit === FILLER)
  return { text, digit: says(isRight), cells: [place.at, digitCell] }
}

/** The fields of a zone whose lines have the format's length, and whether the composite digit agrees. */
export function readFields(
  name: FormatName,
  lines: readonly string[],
): { fields: ReadFields; isCompositeRight: boolean } {
  const format = formatOf(name)
  const pairs = MRZ_FIELDS.map((field) => [field, readField(lines, format, field)] as const)
  const over = format.composite.over.map((part) => textAt(lines, part)).join('')
  return {
    fields: Object.fromEntries(pairs.filter(([, read]) => read !== undefined)),
    isCompositeRight: mrzCheckDigit(over) === textAt(lines, format.composite.digitAt),
  }
}
