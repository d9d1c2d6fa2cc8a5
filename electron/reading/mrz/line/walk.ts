import { mayStand } from '../../../../shared/mrz/cells.ts'
import { MRZ_CHARACTERS } from '../../../../shared/mrz/characters.ts'
import type { CellKind } from '../../../../shared/mrz/formats.ts'
import { NO_CHARACTER } from '../cell-size.ts'

/** Positions of the network's answers that one pitch has. */
export const STEPS = 5
const SHORT_OR_LONG = 0.35
/** No position costs more than this, so that one damaged character does not move the others. */
const LEAST_LOG = -6
const NOWHERE = -1e9
/** What a pitch costs by which the first cell is off its place, beyond what a place is known to: a walk a cell too early or late is rare. */
const OFF_PLACE = 5
const KNOWN_TO = 0.4

/** How well each position fits a cell of this kind: the logarithm of its likeliest character that may stand there. */
function fitOf(likely: readonly Float64Array[], kind: CellKind): Float64Array {
  const fitting = Array.from(MRZ_CHARACTERS).flatMap((character, at) =>
    mayStand(kind, character) ? [at] : [],
  )
  return Float64Array.from(likely, (classes) =>
    Math.max(LEAST_LOG, Math.log(fitting.reduce((most, at) => Math.max(most, classes[at] ?? 0), 1e-9))),
  )
}

/** How well a position fits what is outside of a line, where there is no character. */
const outside = (likely: readonly Float64Array[], at: number) =>
  Math.max(LEAST_LOG, Math.log((likely[at]?.[NO_CHARACTER] ?? 1) + 1e-9))

const offPlace = (pitches: number) => OFF_PLACE * Math.max(0, pitches - KNOWN_TO)

/**
 * The positions of a line's cells, one pitch apart or a fifth less or more, that fit its grammar best: the first of them within
 * `slack` of `first`. What is left and right of the line has to be no character, so that the walk does not begin a cell too late.
 */
export function walk(
  likely: readonly Float64Array[],
  kinds: readonly CellKind[],
  first: number,
  slack: number,
): { positions: number[]; fit: number } | null {
  const fits = new Map(kinds.map((kind) => [kind, fitOf(likely, kind)]))
  const fitAt = (cell: number, at: number) => fits.get(kinds[cell] ?? 'any')?.[at] ?? LEAST_LOG
  let sums = new Float64Array(likely.length).fill(NOWHERE)
  for (let at = 0; at < likely.length; at++)
    if (Math.abs(at - first) <= slack)
      sums[at] = fitAt(0, at) + outside(likely, at - STEPS) - offPlace(Math.abs(at - first) / STEPS)
  const steps: Int8Array[] = []
  for (let cell = 1; cell < kinds.length; cell++) {
    const next = new Float64Array(likely.length).fill(NOWHERE)
    const taken = new Int8Array(likely.length)
    for (let at = STEPS - 1; at < likely.length; at++)
      for (let step = STEPS - 1; step <= STEPS + 1; step++) {
        const sum = (sums[at - step] ?? NOWHERE) + fitAt(cell, at) - (step === STEPS ? 0 : SHORT_OR_LONG)
        if (sum <= (next[at] ?? NOWHERE)) continue
        next[at] = sum
        taken[at] = step
      }
    steps.push(taken)
    sums = next
  }
  return goBack(
    sums.map((sum, at) => sum + outside(likely, at + STEPS)),
    steps,
  )
}

function goBack(
  sums: Float64Array,
  steps: readonly Int8Array[],
): { positions: number[]; fit: number } | null {
  const best = sums.reduce((most, sum) => Math.max(most, sum), NOWHERE)
  if (best <= NOWHERE / 2) return null
  const positions = [sums.indexOf(best)]
  for (const taken of steps.toReversed()) {
    const at = positions[0] ?? 0
    positions.unshift(at - (taken[at] ?? STEPS))
  }
  return { positions, fit: best / (steps.length + 1) }
}
