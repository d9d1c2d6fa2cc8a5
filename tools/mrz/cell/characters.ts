import { NO_CHARACTER } from '../../../electron/reading/mrz/cell-size.ts'
import { FILLER, MRZ_CHARACTERS } from '../../../shared/mrz/characters.ts'
import type { Random } from '../random.ts'

/** Five characters side by side, of which the middle one is asked for, and how they lie in the window. Lengths are in pitches. */
export type CellPlan = {
  /** The class that the network should say. */
  readonly says: number
  readonly line: readonly number[]
  /** A line above or below whose edge is in the window, and how far away it is; null for none. */
  readonly neighbour: {
    readonly line: readonly number[]
    readonly down: number
    readonly across: number
  } | null
  readonly isBlank: boolean
  readonly across: number
  readonly down: number
  /** Radians. */
  readonly turn: number
}

const FILLER_AT = MRZ_CHARACTERS.indexOf(FILLER)
const SPAN = 5
const MIDDLE = 2
const signOf = (random: Random) => (random.chance(0.5) ? -1 : 1)

function someLine(random: Random, fillers: number): number[] {
  return Array.from({ length: SPAN }, () =>
    random.chance(fillers) ? FILLER_AT : random.below(MRZ_CHARACTERS.length),
  )
}

/** These are a character too when they stand on their head. */
const ALIKE_TURNED = new Set(Array.from('0HINOSXZ8', (character) => MRZ_CHARACTERS.indexOf(character)))

/** A window that shows no character: the gap between two, blank paper, the space between two lines, or one upside down. */
function noCharacter(plan: CellPlan, random: Random): CellPlan {
  const none = { ...plan, says: NO_CHARACTER }
  const kind = random.uniform()
  if (kind < 0.62) return { ...none, across: signOf(random) * random.between(0.36, 0.64) }
  if (kind < 0.74) return { ...none, isBlank: true }
  if (kind < 0.9) return { ...none, down: signOf(random) * random.between(0.6, 1.1) }
  const middle = plan.line[MIDDLE] ?? 0
  const line = ALIKE_TURNED.has(middle) ? plan.line.with(MIDDLE, FILLER_AT) : plan.line
  return { ...none, line, turn: plan.turn + Math.PI }
}

/** What one window shows: about one in five shows no character, and one in four a filler. */
export function planCell(random: Random): CellPlan {
  const line = someLine(random, 0.22)
  const asked = random.chance(0.06) ? FILLER_AT : (line[MIDDLE] ?? 0)
  const plan: CellPlan = {
    says: asked,
    line: line.with(MIDDLE, asked),
    neighbour: random.chance(0.3)
      ? {
          line: someLine(random, 0.3),
          down: signOf(random) * random.between(1.62, 2.57),
          across: random.uniform(),
        }
      : null,
    isBlank: false,
    across: random.between(-0.16, 0.16),
    down: random.between(-0.17, 0.17),
    turn: random.between(-0.055, 0.055),
  }
  return random.chance(0.2) ? noCharacter(plan, random) : plan
}
