import { type CellKind, formatOf, type FormatName, MRZ_FIELDS, type MrzFormat, type Span } from './formats.ts'

const MAY_STAND: Record<CellKind, RegExp> = {
  any: /[0-9A-Z<]/,
  letter: /[A-Z<]/,
  digitOrFiller: /[0-9<]/,
  digit: /[0-9]/,
  sex: /[MFX<]/,
  code: /[A-Z<]/,
  // ICAO 9303-4, 4.2.2; 9303-5, 4.2.2 and 9303-6, 4.2.2; visas are V (9303-7).
  passport: /[PV]/,
  card: /[ACIPV]/,
  month: /[01<]/,
  day: /[0-3<]/,
}

/** Whether a cell of this kind may hold the character. */
export const mayStand = (kind: CellKind, character: string) => MAY_STAND[kind].test(character)

const datesOf = ({ fields: { birth, expiry } }: MrzFormat): Span[] =>
  [birth, expiry].flatMap((place) => place?.at ?? [])

/** What each cell of a format may hold, line by line: the grammar by which a reader chooses among what it sees. */
export function cellKinds(name: FormatName): CellKind[][] {
  const format = formatOf(name)
  const kinds = Array.from({ length: format.lines }, () =>
    Array.from({ length: format.columns }, (): CellKind => 'any'),
  )
  const put = ({ line, from, to }: Span, kind: CellKind) => kinds[line]?.fill(kind, from, to)
  for (const field of MRZ_FIELDS) {
    const place = format.fields[field]
    if (place === undefined) continue
    put(place.at, place.cells)
    if (place.digitAt !== undefined)
      put({ line: place.at.line, from: place.digitAt, to: place.digitAt + 1 }, 'digitOrFiller')
  }
  put(format.composite.digitAt, 'digit')
  put({ line: 0, from: 0, to: 1 }, name === 'TD3' ? 'passport' : 'card')
  for (const { line, from } of datesOf(format)) {
    put({ line, from: from + 2, to: from + 3 }, 'month')
    put({ line, from: from + 4, to: from + 5 }, 'day')
  }
  return kinds
}
