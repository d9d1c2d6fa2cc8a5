import { type Grey, reduceTo } from '../../grey.ts'
import { findLines } from './chains.ts'
import { markDark } from './dark.ts'
import { findMarks } from './marks.ts'
import { findZones, type Zone } from './zones.ts'

/** Lines are looked for in a picture of this size, in pixels. */
const SEARCH_SIDE = 1100
/** Ink against paper: much darker than what the paper is printed with, then as it usually is, then fainter; windows are parts of the width. */
export const THRESHOLDS = [
  { part: 28, share: 0.3, steps: 5 },
  { part: 28, share: 0.1, steps: 3 },
  { part: 18, share: 0.05, steps: 2 },
] as const

/** The picture that is searched, and how many times smaller it is. */
export const toSearch = (picture: Grey) => reduceTo(picture, SEARCH_SIDE)

/** What may be a zone of a small picture, best first. */
export function zonesIn(small: Grey, { part, share, steps }: (typeof THRESHOLDS)[number]): Zone[] {
  const dark = markDark(small, { window: Math.round(small.width / part), share, steps })
  return findZones(
    findLines(findMarks(dark, small.width, small.height), small.width, small.height),
    small.width,
  )
}
