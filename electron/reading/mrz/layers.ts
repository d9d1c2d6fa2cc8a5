import { LAST_COLUMNS, LAST_ROWS, type Layer } from './network.ts'

/** What each channel shows, channel by channel and row by row. */
export type Maps = {
  readonly channels: number
  readonly height: number
  readonly width: number
  readonly values: Float64Array
}

export const emptyMaps = (channels: number, height: number, width: number): Maps => ({
  channels,
  height,
  width,
  values: new Float64Array(channels * height * width),
})

/** Below 0 is 0 (a rectifier). */
function rectify(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) if ((values[i] ?? 0) < 0) values[i] = 0
}

/** Adds to one channel of `output` what a kernel of 3 by 3 makes of one channel of `input`. */
function addConvolved(
  input: Maps,
  channel: number,
  weights: Float64Array,
  at: number,
  output: Maps,
  to: number,
): void {
  const a = weights[at] ?? 0
  const b = weights[at + 1] ?? 0
  const c = weights[at + 2] ?? 0
  const d = weights[at + 3] ?? 0
  const e = weights[at + 4] ?? 0
  const f = weights[at + 5] ?? 0
  const g = weights[at + 6] ?? 0
  const h = weights[at + 7] ?? 0
  const i = weights[at + 8] ?? 0
  const { width, values: from } = input
  const { values } = output
  for (let y = 0; y < output.height; y++) {
    let top = (channel * input.height + y) * width
    let middle = top + width
    let bottom = middle + width
    let here = (to * output.height + y) * output.width
    for (let x = 0; x < output.width; x++, top++, middle++, bottom++, here++)
      values[here] =
        (values[here] ?? 0) +
        a * (from[top] ?? 0) +
        b * (from[top + 1] ?? 0) +
        c * (from[top + 2] ?? 0) +
        d * (from[middle] ?? 0) +
        e * (from[middle + 1] ?? 0) +
        f * (from[middle + 2] ?? 0) +
        g * (from[bottom] ?? 0) +
        h * (from[bottom + 1] ?? 0) +
        i * (from[bottom + 2] ?? 0)
  }
}

/** A convolution of 3 by 3 with a rectifier; the output is two rows and two columns smaller. */
export function convolve({ inputs, weights, biases }: Layer, input: Maps, output: Maps): void {
  const size = output.height * output.width
  for (let to = 0; to < output.channels; to++) {
    output.values.fill(biases[to] ?? 0, to * size, (to + 1) * size)
    for (let channel = 0; channel < inputs; channel++)
      addConvolved(input, channel, weights, (to * inputs + channel) * 9, output, to)
  }
  rectify(output.values)
}

/** The largest of each 2 by 2; an odd last row or column is left out. */
export function takeLargest(input: Maps, output: Maps): void {
  const { width, values: from } = input
  let here = 0
  for (let channel = 0; channel < input.channels; channel++)
    for (let y = 0; y < output.height; y++) {
      let top = (channel * input.height + 2 * y) * width
      for (let x = 0; x < output.width; x++, top += 2, here++)
        output.values[here] = Math.max(
          from[top] ?? 0,
          from[top + 1] ?? 0,
          from[top + width] ?? 0,
          from[top + width + 1] ?? 0,
        )
    }
}

/** The layer that sees all rows and three columns of each channel, at every column at which three are left. */
export function seeAll({ inputs, weights, biases }: Layer, input: Maps, output: Maps): void {
  const { width, values: from } = input
  const positions = output.width
  for (let to = 0; to < output.channels; to++) {
    const here = to * positions
    output.values.fill(biases[to] ?? 0, here, here + positions)
    for (let row = 0; row < inputs * LAST_ROWS; row++) {
      const at = (to * inputs * LAST_ROWS + row) * LAST_COLUMNS
      const a = weights[at] ?? 0
      const b = weights[at + 1] ?? 0
      const c = weights[at + 2] ?? 0
      for (let x = 0, i = row * width; x < positions; x++, i++)
        output.values[here + x] =
          (output.values[here + x] ?? 0) +
          a * (from[i] ?? 0) +
          b * (from[i + 1] ?? 0) +
          c * (from[i + 2] ?? 0)
    }
  }
  rectify(output.values)
}

/** The last layer, at every position: its sums as they are. */
export function answer({ inputs, weights, biases }: Layer, input: Maps, output: Maps): void {
  const positions = output.width
  for (let to = 0; to < output.channels; to++)
    for (let x = 0; x < positions; x++) {
      let sum = biases[to] ?? 0
      for (let i = 0; i < inputs; i++)
        sum += (weights[to * inputs + i] ?? 0) * (input.values[i * positions + x] ?? 0)
      output.values[to * positions + x] = sum
    }
}
