import { type CellKind, formatOf, type FormatName, MRZ_FIELDS, type Span } from './formats.ts'

const MAY_STAND: Record<CellKind, RegExp> = {
  any: /[0-9A-Z<]/,
  letter: /[A-Z<]/,
  digitOrFiller: /[0-9<]/,
  digit: /[0-9]/,
  sex: /[MFX<]/,
  code: /[A-Z<]/,
}

/** Whether a cell of this kind may hold the character. */
export const mayStand = (kind: CellKind, character: string) => MAY_STAND[kind].test(character)

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
  return kinds
}
