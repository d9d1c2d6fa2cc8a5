import { middleX, widthOf } from './marks.ts'
import type { TextLine } from './text-line.ts'
import type { Zone } from './zones.ts'

/** How far from a whole number of pitches the next character may be, and how many may be farther. */
const LIKE_A_GRID = 0.22
const LEAST_REGULAR = 0.7
/** Fewer steps are regular by chance now and then. */
const LEAST_STEPS = 15

/** The share of a line's characters that stand a whole number of pitches after the one before. By chance it is about two fifths. */
function regularity({ marks, pitch, height }: TextLine): number {
  const single = marks.filter((mark) => widthOf(mark) < 1.3 * height)
  const places = single.map(middleX).toSorted((a, b) => a - b)
  const steps = places.slice(1).map((place, i) => (place - (places[i] ?? 0)) / pitch)
  const regular = steps.filter((step) => step > 0.5 && Math.abs(step - Math.round(step)) < LIKE_A_GRID)
  return steps.length < LEAST_STEPS ? 0 : regular.length / steps.length
}

/** Whether the lines have the even pitch of a machine-readable zone, which the lines of a letter do not have. */
export const isRegular = ({ lines }: Zone) => lines.every((line) => regularity(line) >= LEAST_REGULAR)
