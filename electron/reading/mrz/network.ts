import { CLASSES } from './cell-size.ts'

/** One layer: what each of its outputs makes of each of its inputs, and adds. */
export type Layer = {
  readonly inputs: number
  readonly outputs: number
  readonly weights: Float64Array
  readonly biases: Float64Array
}

/** Three convolutions of 3 by 3, the first two followed by taking the largest of 2 by 2, and two layers that see all of it. */
export type Network = {
  readonly convolutions: readonly [Layer, Layer, Layer]
  readonly hidden: Layer
  readonly answer: Layer
}

const KERNEL = 9
/** After the convolutions a window of 28 by 32 is 3 by 4. */
export const LAST_ROWS = 4
export const LAST_COLUMNS = 3
const LAYERS = [
  { inputs: 1, outputs: 12, each: KERNEL },
  { inputs: 12, outputs: 24, each: KERNEL },
  { inputs: 24, outputs: 48, each: KERNEL },
  { inputs: 48, outputs: 64, each: LAST_ROWS * LAST_COLUMNS },
  { inputs: 64, outputs: CLASSES, each: 1 },
] as const

/** How many numbers a network consists of: 52,550. */
export const PARAMETERS = LAYERS.reduce(
  (sum, { inputs, outputs, each }) => sum + outputs * (inputs * each + 1),
  0,
)

/** How many products one output of each layer is the sum of, in the order of the parameters. */
export const FAN_IN = LAYERS.map(({ inputs, outputs, each }) => ({ outputs, inputs: inputs * each }))

/** The layers as views of the parameters: for each layer its weights, output by output, and then its biases. */
export function networkOn(parameters: Float64Array): Network {
  let from = 0
  const take = (count: number) => parameters.subarray(from, (from += count))
  const layers = LAYERS.map(({ inputs, outputs, each }): Layer => ({
    inputs,
    outputs,
    weights: take(outputs * inputs * each),
    biases: take(outputs),
  }))
  const [first, second, third, hidden, answer] = layers
  if (!first || !second || !third || !hidden || !answer) throw new Error('A layer is missing.')
  return { convolutions: [first, second, third], hidden, answer }
}
