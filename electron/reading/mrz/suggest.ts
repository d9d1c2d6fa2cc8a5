import { cellKinds, mayStand } from '../../../shared/mrz/cells.ts'
import { MRZ_CHARACTERS } from '../../../shared/mrz/characters.ts'
import { type MrzField, MRZ_FIELDS } from '../../../shared/mrz/formats.ts'
import { readFields } from '../../../shared/mrz/read-fields.ts'
import type { ReadZone } from './read-zone.ts'

/** Another reading of one character that would make a field's digit right. It is shown to a person and vouches for nothing. */
export type Suggestion = { readonly field: MrzField; readonly text: string }

type Other = {
  readonly line: number
  readonly column: number
  readonly character: string
  readonly ratio: number
}

const LEAST_LIKELY = 0.01
const MOST_TRIED = 12

function othersFor(zone: ReadZone, field: MrzField): Other[] {
  const kinds = cellKinds(zone.format)
  const columns = (zone.fields[field]?.cells ?? []).flatMap(({ line, from, to }) =>
    Array.from({ length: to - from }, (_, i) => ({ line, column: from + i })),
  )
  return columns.flatMap(({ line, column }) => {
    const likely = zone.likely[line]?.[column]
    const now = zone.seen[line]?.[column]
    return Array.from(MRZ_CHARACTERS).flatMap((character, at) => {
      const share = likely?.[at] ?? 0
      const isOther = character !== now?.character && mayStand(kinds[line]?.[column] ?? 'any', character)
      return isOther && share >= LEAST_LIKELY
        ? [{ line, column, character, ratio: share / ((now?.confidence ?? 0) + 1e-9) }]
        : []
    })
  })
}

function suggestFor(zone: ReadZone, field: MrzField): Suggestion | null {
  const likeliest = othersFor(zone, field)
    .toSorted((a, b) => b.ratio - a.ratio)
    .slice(0, MOST_TRIED)
  for (const { line, column, character } of likeliest) {
    const text = zone.lines[line] ?? ''
    const lines = zone.lines.with(line, text.slice(0, column) + character + text.slice(column + 1))
    const read = readFields(zone.format, lines).fields[field]
    if (read?.digit === 'right') return { field, text: read.text }
  }
  return null
}

/** For each field whose digit disagrees the likeliest single change that it agrees with. */
export const suggest = (zone: ReadZone): Suggestion[] =>
  MRZ_FIELDS.filter((field) => zone.fields[field]?.digit === 'wrong').flatMap(
    (field) => suggestFor(zone, field) ?? [],
  )
