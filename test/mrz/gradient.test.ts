import { expect, test } from 'vitest'
import { networkOn, PARAMETERS } from '../../electron/reading/mrz/network.ts'
import { likelihoods, roomFor, runNetwork } from '../../electron/reading/mrz/run-network.ts'
import { seededRandom } from '../../tools/mrz/random.ts'
import { learnerOn } from '../../tools/mrz/training/learn.ts'

const SAYS = 7
const STEP = 1e-6

/** The loss with the smoothing that the gradient is of. */
function lossOf(parameters: Float64Array, window: Float64Array): number {
  const network = networkOn(parameters)
  const shown = roomFor(network, 28)
  runNetwork(network, { channels: 1, height: 32, width: 28, values: window }, shown)
  return likelihoods(shown.sums, 0).reduce(
    (sum, likely, at) => sum - (at === SAYS ? 0.99 : 0.01 / 37) * Math.log(likely),
    0,
  )
}

test('the gradient is what a small change of each kind of parameter does to the loss', () => {
  const random = seededRandom(3)
  const parameters = Float64Array.from({ length: PARAMETERS }, () => random.normal() * 0.1)
  const learner = learnerOn(parameters)
  learner.window.values.forEach((_, i, values) => (values[i] = random.normal()))
  learner.learn(SAYS)
  // One of each layer's weights and biases, and some between.
  const asked = [
    0, 50, 107, 110, 119, 120, 1500, 2711, 2712, 2735, 2736, 9000, 13103, 13110, 13151, 13152, 30000,
  ]
  for (const at of [...asked, 50015, 50016, 50079, 50080, 52000, 52511, 52512, PARAMETERS - 1]) {
    const moved = (by: number) =>
      lossOf(parameters.with(at, (parameters[at] ?? 0) + by), learner.window.values)
    const measured = (moved(STEP) - moved(-STEP)) / (2 * STEP)
    expect(learner.sums[at], `parameter ${at}`).toBeCloseTo(measured, 6)
  }
})
