import { mayStand } from '../../../shared/mrz/cells.ts'
import { FILLER, MRZ_CHARACTERS, remainderOf } from '../../../shared/mrz/characters.ts'
import type { CellKind } from '../../../shared/mrz/formats.ts'
import type { SeenCell } from '../../../shared/mrz/vouched.ts'

/** The two likeliest characters of a cell that may stand there, and how likely each remainder is. */
export function seeCell(likely: Float64Array, kind: CellKind): SeenCell {
  let [best, second] = [-1, -1]
  const remainders = Array.from({ length: 10 }, () => 0)
  for (let at = 0; at < MRZ_CHARACTERS.length; at++) {
    const character = MRZ_CHARACTERS.charAt(at)
    if (!mayStand(kind, character)) continue
    const remainder = remainderOf(character)
    remainders[remainder] = (remainders[remainder] ?? 0) + (likely[at] ?? 0)
    if (best < 0 || (likely[at] ?? 0) > (likely[best] ?? 0)) [best, second] = [at, best]
    else if (second < 0 || (likely[at] ?? 0) > (likely[second] ?? 0)) second = at
  }
  return {
    character: MRZ_CHARACTERS.charAt(best) || FILLER,
    confidence: likely[best] ?? 0,
    next: MRZ_CHARACTERS.charAt(second) || FILLER,
    nextConfidence: likely[second] ?? 0,
    remainders,
  }
}
