/** A range of more years than this says nothing of a birth. */
const LONGEST_RANGE = 20
const YEAR = /\b(?:18[5-9]|19\d|20\d)\d\b/g

/**
 * The years of a birth as lists write them: `07 Oct 1952`, `1980`, `circa 1961`, `Mar 1958`, `1958 to 1963`, `1952-10-07`. `circa` allows a
 * year more and a year less. Empty where there is none.
 */
export function yearsOfBirth(text: string): readonly number[] {
  const [from, to] = [...text.matchAll(YEAR)].map(([year]) => Number(year))
  if (from === undefined) return []
  if (to !== undefined && /\bto\b|between|-\s*\d{4}/i.test(text) && to >= from && to - from <= LONGEST_RANGE)
    return Array.from({ length: to - from + 1 }, (_, n) => from + n)
  return /circa|approx|\bc\./i.test(text) ? [from - 1, from, from + 1] : [from]
}

/** Of several births, in their order and each year once. */
export const yearsOfBirths = (texts: readonly string[]): readonly number[] => [
  ...new Set(texts.flatMap(yearsOfBirth)),
]
