/** What a document is scanned at, in dots per inch: a zone can be read from 200, and above 600 a page only grows. */
const USUAL = [200, 300, 600]
const LEAST = 75
const MOST = 1200

/** The usual ones within a range, or its highest. */
export function ranged(least: number, most: number): readonly number[] {
  const usual = USUAL.filter((dpi) => dpi >= least && dpi <= most)
  return usual.length === 0 ? [Math.floor(most)] : usual
}

/**
 * Those of a scanner's resolutions that are of use, ascending: the usual ones if it has any, or else what it has. A resolution of 1, which
 * drivers name that know none, is none.
 */
export function usefulOf(resolutions: readonly number[]): number[] {
  const possible = [...new Set(resolutions)].filter((dpi) => dpi >= LEAST && dpi <= MOST)
  const usual = possible.filter((dpi) => USUAL.includes(dpi))
  return (usual.length === 0 ? possible : usual).toSorted((a, b) => a - b)
}

/** The nearest to what is wanted; null where the scanner decides. */
export const nearest = (wanted: number, resolutions: readonly number[]): number | null =>
  resolutions.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? null
