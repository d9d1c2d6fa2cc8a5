import { cellKinds, mayStand } from '../../../shared/mrz/cells.ts'
import { MRZ_CHARACTERS } from '../../../shared/mrz/characters.ts'
import { type MrzField, MRZ_FIELDS } from '../../../shared/mrz/formats.ts'
import { readFields } from '../../../shared/mrz/read-fields.ts'
import type { ReadZone } from './zone-reading.ts'

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

/** The likeliest single change after which the field's digit agrees, and the lines with it. */
export function likeliestChange(
  zone: ReadZone,
  field: MrzField,
): (Other & { readonly lines: string[] }) | null {
  const likeliest = othersFor(zone, field)
    .toSorted((a, b) => b.ratio - a.ratio)
    .slice(0, MOST_TRIED)
  for (const other of likeliest) {
    const text = zone.lines[other.line] ?? ''
    const changed = text.slice(0, other.column) + other.character + text.slice(other.column + 1)
    const lines = zone.lines.with(other.line, changed)
    if (readFields(zone.format, lines).fields[field]?.digit === 'right') return { ...other, lines }
  }
  return null
}

/** The fields whose digit disagrees. */
export const contradicted = ({ fields }: ReadZone): MrzField[] =>
  MRZ_FIELDS.filter((field) => fields[field]?.digit === 'wrong')

/** For each field whose digit disagrees the likeliest single change that it agrees with. */
export const suggest = (zone: ReadZone): Suggestion[] =>
  contradicted(zone).flatMap((field) => {
    const change = likeliestChange(zone, field)
    const text = change === null ? undefined : readFields(zone.format, change.lines).fields[field]?.text
    return text === undefined ? [] : { field, text }
  })
