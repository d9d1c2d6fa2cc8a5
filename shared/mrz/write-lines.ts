import { FILLER, mrzCheckDigit } from './characters.ts'
import { formatOf, type FormatName, type MrzField, MRZ_FIELDS, type Span, textAt } from './formats.ts'

/** The text of each field as it is printed, without trailing fillers. */
export type MrzTexts = Readonly<Partial<Record<MrzField, string>>>

const EMPTY = /^<*$/

/**
 * The lines of a zone with these texts and all its digits right, as an issuing state would print it (ICAO 9303-4, -5, -6). A text
 * that is longer than its field is cut; a number that is longer goes on in the optional data where the format has that.
 */
export function writeLines(name: FormatName, texts: MrzTexts): string[] {
  const format = formatOf(name)
  const lines = Array.from({ length: format.lines }, () => FILLER.repeat(format.columns))
  const put = ({ line, from, to }: Span, text: string) => {
    const field = text.padEnd(to - from, FILLER).slice(0, to - from)
    const before = lines[line] ?? ''
    lines[line] = before.slice(0, from) + field + before.slice(to)
  }
  for (const field of MRZ_FIELDS) {
    const place = format.fields[field]
    if (place === undefined) continue
    put(place.at, texts[field] ?? '')
    if (place.digitAt === undefined) continue
    const written = textAt(lines, place.at)
    const digit = field === 'optional' && EMPTY.test(written) ? FILLER : mrzCheckDigit(written)
    put({ line: place.at.line, from: place.digitAt, to: place.digitAt + 1 }, digit)
  }
  const number = texts.number ?? ''
  const { numberGoesOnAt: goesOn } = format
  const place = format.fields.number
  if (goesOn !== undefined && place?.digitAt !== undefined && number.length > place.at.to - place.at.from) {
    const rest = number.slice(place.at.to - place.at.from) + mrzCheckDigit(number)
    put({ line: place.at.line, from: place.digitAt, to: place.digitAt + 1 }, FILLER)
    put(goesOn, `${rest}${FILLER}${texts.optional ?? ''}`)
  }
  const over = format.composite.over.map((part) => textAt(lines, part)).join('')
  put(format.composite.digitAt, mrzCheckDigit(over))
  return lines
}
