import type { SeenCell } from '../../../shared/mrz/vouched.ts'
import type { ReadZone } from './zone-reading.ts'
import { contradicted, likeliestChange } from './suggest.ts'

/** A character that is less likely than this part of the likeliest one was not seen, and is at most a suggestion. */
const SEEN_AS_WELL = 0.1

/** The cell as its other reading, of which nobody is sure: the first one was likelier, so that it is under a half. */
const asOther = (
  { character, confidence, remainders }: SeenCell,
  other: string,
  ratio: number,
): SeenCell => ({
  character: other,
  confidence: confidence * ratio,
  next: character,
  nextConfidence: confidence,
  remainders,
})

/**
 * The cells of a zone in which the digit of a field decides between two characters that were both seen in a cell. Such a field is never
 * vouched for, since its digit was used up.
 */
export function settle(zone: ReadZone): ReadZone['seen'] {
  let seen = zone.seen
  for (const field of contradicted(zone)) {
    const change = likeliestChange(zone, field)
    if (change === null || change.ratio < SEEN_AS_WELL) continue
    const { line, column, character, ratio } = change
    const cells = seen[line] ?? []
    seen = seen.with(
      line,
      cells.map((cell, i) => (i === column ? asOther(cell, character, ratio) : cell)),
    )
  }
  return seen
}
