import { CELL_HEIGHT, CELL_WIDTH, CLASSES } from '../../../electron/reading/mrz/cell-size.ts'
import { emptyMaps, type Maps } from '../../../electron/reading/mrz/layers.ts'
import { type Network, networkOn, PARAMETERS } from '../../../electron/reading/mrz/network.ts'
import { likelihoods, roomFor, runNetwork, type Shown } from '../../../electron/reading/mrz/run-network.ts'
import { throughConvolution, throughLargest, throughRectifier, throughSum } from './gradient.ts'

/** What is asked for of the wrong classes all together, so that the network does not become surer than it can be. */
const SMOOTHING = 0.01

/** One worker's room: a window, what the network shows of it, and the gradients. */
export type Learner = {
  readonly network: Network
  readonly window: Maps
  readonly sums: Float64Array
  /** Adds the gradient of the window as it stands to `sums`; answers the loss, and whether the network was right. */
  readonly learn: (says: number) => { loss: number; isRight: boolean }
}

const empty = ({ channels, height, width }: Maps) => emptyMaps(channels, height, width)

const likeThese = (shown: Shown): Shown => {
  return {
    first: empty(shown.first),
    firstLargest: empty(shown.firstLargest),
    second: empty(shown.second),
    secondLargest: empty(shown.secondLargest),
    third: empty(shown.third),
    hidden: empty(shown.hidden),
    sums: empty(shown.sums),
  }
}

/** Follows the error back through the layers, from the answer to the window. */
function followBack(network: Network, sums: Network, window: Maps, shown: Shown, back: Shown): void {
  const [first, second, third] = network.convolutions
  const [firstSums, secondSums, thirdSums] = sums.convolutions
  throughSum(network.answer, sums.answer, shown.hidden.values, back.sums.values, back.hidden.values)
  throughRectifier(shown.hidden, back.hidden)
  throughSum(network.hidden, sums.hidden, shown.third.values, back.hidden.values, back.third.values)
  throughRectifier(shown.third, back.third)
  throughConvolution(third, thirdSums, shown.secondLargest, back.third, back.secondLargest)
  throughLargest(shown.second, shown.secondLargest, back.secondLargest, back.second)
  throughRectifier(shown.second, back.second)
  throughConvolution(second, secondSums, shown.firstLargest, back.second, back.firstLargest)
  throughLargest(shown.first, shown.firstLargest, back.firstLargest, back.first)
  throughRectifier(shown.first, back.first)
  throughConvolution(first, firstSums, window, back.first, null)
}

/** A learner on these parameters, which somebody else changes between two windows. */
export function learnerOn(parameters: Float64Array): Learner {
  const network = networkOn(parameters)
  const window = emptyMaps(1, CELL_HEIGHT, CELL_WIDTH)
  const shown = roomFor(network, CELL_WIDTH)
  const back = likeThese(shown)
  const sums = new Float64Array(PARAMETERS)
  const networkSums = networkOn(sums)
  const learn = (says: number) => {
    runNetwork(network, window, shown)
    const likely = likelihoods(shown.sums, 0)
    const wanted = (at: number) => (at === says ? 1 - SMOOTHING : SMOOTHING / (CLASSES - 1))
    for (const [at, likelihood] of likely.entries()) back.sums.values[at] = likelihood - wanted(at)
    followBack(network, networkSums, window, shown, back)
    const best = likely.indexOf(likely.reduce((one, other) => Math.max(one, other)))
    return { loss: -Math.log((likely[says] ?? 0) + 1e-12), isRight: best === says }
  }
  return { network, window, sums, learn }
}
