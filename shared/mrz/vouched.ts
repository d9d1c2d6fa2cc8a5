import { haveOneRemainder, MRZ_WEIGHTS } from './characters.ts'
import type { DigitSays, ReadField } from './read-fields.ts'

/** What a reader saw in one cell: the character, how sure it is of it (0 to 1), and the next best that the grammar allows. */
export type SeenCell = {
  readonly character: string
  readonly confidence: number
  readonly next: string
  readonly nextConfidence: number
  /** How likely the characters that the grammar allows are, those whose values leave the remainder 0 of 10 together, then 1 to 9. */
  readonly remainders: readonly number[]
}

/** From here on a character counts as seen. On photographs of every kind none of 888 fields above it was wrong with a right digit. */
const SURE = 0.5
/** A field counts as seen when of all readings of it that its digit fits this one has so much of the likelihood. */
const SURE_OF_ALL = 0.95
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

const NOTHING = Array.from({ length: 9 }, () => 0)

/** How likely each remainder of 10 of a weighted sum is, after one more cell. */
const withCell = (sums: readonly number[], { remainders }: SeenCell, weight: number): number[] =>
  sums.map((_, sum) =>
    remainders.reduce(
      (total, likely, own) => total + likely * (sums[(sum + 10 * weight - own * weight) % 10] ?? 0),
      0,
    ),
  )

/**
 * How likely a field is what was read, among all readings that its digit fits: two wrong characters may fit it together, as OO does where
 * 00 stands. Its digit is its last cell; the filler in the digit's place of a long number is no part of the sum.
 */
function likelinessOf({ cells: spans }: ReadField, seen: readonly (readonly SeenCell[])[]): number {
  const [begins = [], ...others] = spans.map(({ line, from, to }) => (seen[line] ?? []).slice(from, to))
  const cells = [...begins, ...(others.at(-1) ?? [])]
  const weights = cells.map((_, at) => (at === cells.length - 1 ? 9 : (MRZ_WEIGHTS[at % 3] ?? 0)))
  const sums = cells.reduce((before, cell, at) => withCell(before, cell, weights[at] ?? 0), [1, ...NOTHING])
  const own = cells.reduce((product, { confidence }) => product * confidence, 1)
  return own / Math.max(own, sums[0] ?? 0)
}

/** Judges one field by its digit and by what was seen in its cells. */
export function judgeField(field: ReadField, seen: readonly (readonly SeenCell[])[]): JudgedField {
  const cells = field.cells.flatMap(({ line, from, to }) => (seen[line] ?? []).slice(from, to))
  // A digit says nothing between two characters that leave the same remainder.
  const isSeen = cells.length > 0 && cells.every((cell) => cell.confidence >= SURE && !isAmbiguous(cell))
  const isSure = field.digit === 'right' && isSeen && likelinessOf(field, seen) >= SURE_OF_ALL
  const first = field.cells[0]
  const shown = first === undefined ? [] : (seen[first.line] ?? []).slice(first.from, first.to)
  return {
    ...field,
    vouching: vouchingOf(field.digit, isSure),
    ambiguous: shown.flatMap((cell, column) => (isAmbiguous(cell) ? [column] : [])),
  }
}
