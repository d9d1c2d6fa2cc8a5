import type { CellKind } from '../../../../shared/mrz/formats.ts'
import { CELL_PITCH, CELL_WIDTH, CLASSES } from '../cell-size.ts'
import type { Maps } from '../layers.ts'
import type { Network } from '../network.ts'
import { likelihoods, roomFor, runNetwork } from '../run-network.ts'
import type { Frame, Sampler } from './frame.ts'
import { parabola } from './smooth.ts'
import { type Looking, straighten, windowsAt } from './strip.ts'
import { STEPS, walk } from './walk.ts'

/** How many pitches beyond both ends of the frame are looked at. */
const BEYOND = 3
/** How far the first cell may be from where the frame begins, in positions of a fifth of a pitch. */
const SLACK = 11
/** Each cell is read at its place and a little beside it, in parts of a pitch. */
const SHIFTS = [
  [0, 0],
  [-0.06, 0.05],
  [0.06, -0.05],
] as const

function allLikelihoods(network: Network, strip: Maps): Float64Array[] {
  const shown = roomFor(network, strip.width)
  runNetwork(network, strip, shown)
  return Array.from({ length: shown.sums.width }, (_, position) => likelihoods(shown.sums, position))
}

const placeOf = (position: number) => -BEYOND + (CELL_WIDTH / 2 + 4 * position) / CELL_PITCH
const FIRST = (BEYOND + 0.5) * STEPS - (CELL_WIDTH / 2 / CELL_PITCH) * STEPS

/** Where the cells of a line stand, in pitches from where its frame begins: as the network walks along it. Null where no walk fits. */
export function findCells(
  network: Network,
  sample: Sampler,
  frame: Frame,
  kinds: readonly CellKind[],
): readonly number[] | null {
  const strip = straighten(sample, frame, -BEYOND, kinds.length + BEYOND)
  const walked = walk(allLikelihoods(network, strip), kinds, FIRST, SLACK)
  if (walked === null) return null
  const found = walked.positions.map(placeOf)
  const even = parabola(found)
  return found.map((place, i) => (place + (even[i] ?? place)) / 2)
}

/** Less likely than this is as unlikely as anything: one look does not rule a character out. */
const LEAST_LIKELY = 1e-6

/** What the network says of each of so many cells, class by class: the product of what it says in each look, by its root. */
export function readCells(network: Network, look: Looking, count: number): readonly Float64Array[] {
  const cells = Array.from({ length: count }, () => new Float64Array(CLASSES))
  for (const [right, down] of SHIFTS) {
    const answers = allLikelihoods(network, windowsAt(look, count, right, down))
    for (const [i, cell] of cells.entries())
      answers[(i * CELL_WIDTH) / 4]?.forEach(
        (likely, at) => (cell[at] = (cell[at] ?? 0) + Math.log(likely + LEAST_LIKELY) / SHIFTS.length),
      )
  }
  return cells.map((logs) => {
    const likely = logs.map(Math.exp)
    const all = likely.reduce((sum, each) => sum + each)
    return likely.map((each) => each / all)
  })
}
