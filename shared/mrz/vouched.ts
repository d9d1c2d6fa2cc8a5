import { haveOneRemainder } from './characters.ts'
import type { DigitSays, ReadField } from './read-fields.ts'

/** What a reader saw in one cell: the character, how sure it is of it (0 to 1), and the next best that the grammar allows. */
export type SeenCell = {
  readonly character: string
  readonly confidence: number
  readonly next: string
  readonly nextConfidence: number
}

/** From here on a character counts as seen. On photographs of every kind none of 888 fields above it was wrong with a right digit. */
const SURE = 0.5
/** A second reading that is at least so likely, and that no digit can tell from the first, is shown as possible. */
const POSSIBLE = 0.05

/**
 * What stands for a field: its check digit together with every one of its cells, nothing, or a digit that disagrees. A digit alone is
 * no proof, since one wrong reading in ten fits it.
 */
export type Vouching = 'vouched' | 'unvouched' | 'contradicted'
export type JudgedField = ReadField & {
  readonly vouching: Vouching
  /** The columns of `text` that a digit could not tell from another likely reading. */
  readonly ambiguous: readonly number[]
}

const vouchingOf = (digit: DigitSays, isSure: boolean): Vouching =>
  digit === 'wrong' ? 'contradicted' : digit === 'right' && isSure ? 'vouched' : 'unvouched'

const isAmbiguous = ({ character, next, nextConfidence }: SeenCell) =>
  nextConfidence >= POSSIBLE && haveOneRemainder(character, next)

/** Judges one field by its digit and by what was seen in its cells. */
export function judgeField(field: ReadField, seen: readonly (readonly SeenCell[])[]): JudgedField {
  const cells = field.cells.flatMap(({ line, from, to }) => (seen[line] ?? []).slice(from, to))
  // A digit says nothing between two characters that leave the same remainder.
  const isSure = cells.length > 0 && cells.every((cell) => cell.confidence >= SURE && !isAmbiguous(cell))
  const first = field.cells[0]
  const shown = first === undefined ? [] : (seen[first.line] ?? []).slice(first.from, first.to)
  return {
    ...field,
    vouching: vouchingOf(field.digit, isSure),
    ambiguous: shown.flatMap((cell, column) => (isAmbiguous(cell) ? [column] : [])),
  }
}
