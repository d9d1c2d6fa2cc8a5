import { FAN_IN, PARAMETERS } from '../../../electron/reading/mrz/network.ts'
import type { Random } from '../random.ts'

const MEAN_DECAY = 0.9
const SQUARE_DECAY = 0.999
const WEIGHT_DECAY = 1e-4
const TINY = 1e-8

/** What Adam knows of each parameter: the mean of its gradients, and of their squares. */
export type Moments = { readonly means: Float64Array; readonly squares: Float64Array }
export const noMoments = (): Moments => ({
  means: new Float64Array(PARAMETERS),
  squares: new Float64Array(PARAMETERS),
})

/** Weights from the normal distribution by the number of products (He and others, 2015); biases 0. */
export function firstParameters(parameters: Float64Array, random: Random): void {
  let at = 0
  for (const { outputs, inputs } of FAN_IN) {
    for (let i = 0; i < outputs * inputs; i++) parameters[at++] = random.normal() * Math.sqrt(2 / inputs)
    at += outputs
  }
}

/** One step of Adam with decoupled decay (Loshchilov and Hutter, 2019); the first step is number 1. */
export function stepAdam(
  parameters: Float64Array,
  gradient: Float64Array,
  { means, squares }: Moments,
  step: number,
  rate: number,
): void {
  const meanShare = 1 - MEAN_DECAY ** step
  const squareShare = 1 - SQUARE_DECAY ** step
  for (let i = 0; i < parameters.length; i++) {
    const own = gradient[i] ?? 0
    const mean = MEAN_DECAY * (means[i] ?? 0) + (1 - MEAN_DECAY) * own
    const square = SQUARE_DECAY * (squares[i] ?? 0) + (1 - SQUARE_DECAY) * own * own
    means[i] = mean
    squares[i] = square
    const way = mean / meanShare / (Math.sqrt(square / squareShare) + TINY)
    parameters[i] = (parameters[i] ?? 0) - rate * (way + WEIGHT_DECAY * (parameters[i] ?? 0))
  }
}

/** How far a step goes: falls from the most to nearly nothing along half a cosine. */
export const rateAt = (step: number, steps: number, most: number) =>
  most * Math.max(0.01, 0.5 * (1 + Math.cos((Math.PI * step) / steps)))
