/** Numbers in a text count as numbers: Till 10 comes after Till 2, and the millionth reference after the one before it. */
const BY_TEXT = new Intl.Collator(undefined, { numeric: true })

const isNumber = (value: unknown) => typeof value === 'number' || typeof value === 'bigint'

/** The order of two cells of a column that is sorted. */
export function compareCells(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return BY_TEXT.compare(a, b)
  return isNumber(a) && isNumber(b) && a !== b ? (a < b ? -1 : 1) : 0
}
