import type { Maps } from '../../../electron/reading/mrz/layers.ts'
import type { Layer } from '../../../electron/reading/mrz/network.ts'

/** Takes away what a rectifier stopped: where the output is 0, nothing came through. */
export function throughRectifier(output: Maps, gradient: Maps): void {
  for (let i = 0; i < gradient.values.length; i++) if ((output.values[i] ?? 0) <= 0) gradient.values[i] = 0
}

/** Gives the gradient of a largest of 2 by 2 to where the largest came from. */
export function throughLargest(input: Maps, output: Maps, gradient: Maps, toInput: Maps): void {
  toInput.values.fill(0)
  let here = 0
  for (let channel = 0; channel < input.channels; channel++)
    for (let y = 0; y < output.height; y++)
      for (let x = 0; x < output.width; x++, here++) {
        const top = (channel * input.height + 2 * y) * input.width + 2 * x
        const largest = output.values[here]
        const places = [top, top + 1, top + input.width, top + input.width + 1]
        const from = places.find((place) => input.values[place] === largest) ?? top
        toInput.values[from] = gradient.values[here] ?? 0
      }
}

/** How far each of a kernel's nine places is from its first, in a map so wide. */
const kernelPlaces = (width: number) =>
  [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => row * width + column))

/** Where a kernel's first place is in the input, for a place of the output. */
const inputPlace = (place: number, outputWidth: number) =>
  place + KERNEL_MARGIN * Math.floor(place / outputWidth)
const KERNEL_MARGIN = 2

/** What one channel of a gradient hands on: its values that are not 0, and where a kernel at each of them begins in the input. */
type Handed = { readonly own: Float64Array; readonly places: Int32Array; readonly offsets: readonly number[] }

/** After a rectifier and the largest of four a gradient is 0 nearly everywhere. */
function handedOn(gradient: Maps, channel: number, input: Maps): Handed {
  const size = gradient.height * gradient.width
  const own = new Float64Array(size)
  const places = new Int32Array(size)
  let count = 0
  for (let place = 0; place < size; place++) {
    const value = gradient.values[channel * size + place] ?? 0
    if (value === 0) continue
    own[count] = value
    places[count] = inputPlace(place, gradient.width)
    count++
  }
  return {
    own: own.subarray(0, count),
    places: places.subarray(0, count),
    offsets: kernelPlaces(input.width),
  }
}

/** Adds the gradients of the nine weights from `at` on, of a kernel over the input channel that begins at `from`. */
function addKernel(
  { own, places, offsets }: Handed,
  input: Float64Array,
  from: number,
  sums: Float64Array,
  at: number,
): void {
  for (let k = 0; k < offsets.length; k++) {
    const offset = from + (offsets[k] ?? 0)
    let sum = 0
    for (let i = 0; i < places.length; i++) sum += (own[i] ?? 0) * (input[(places[i] ?? 0) + offset] ?? 0)
    sums[at + k] = (sums[at + k] ?? 0) + sum
  }
}

/** Adds what each of these nine weights hands back to its input. */
function addToInput(
  { own, places, offsets }: Handed,
  toInput: Float64Array,
  from: number,
  weights: Float64Array,
  at: number,
): void {
  for (let k = 0; k < offsets.length; k++) {
    const offset = from + (offsets[k] ?? 0)
    const weight = weights[at + k] ?? 0
    for (let i = 0; i < places.length; i++) {
      const here = (places[i] ?? 0) + offset
      toInput[here] = (toInput[here] ?? 0) + (own[i] ?? 0) * weight
    }
  }
}

/**
 * The gradient of a convolution: adds those of its weights to `sums`, and writes that of its input, when there is one to tell.
 * `gradient` is that of its output, already through the rectifier.
 */
export function throughConvolution(
  layer: Layer,
  sums: Layer,
  input: Maps,
  gradient: Maps,
  toInput: Maps | null,
): void {
  toInput?.values.fill(0)
  const size = input.height * input.width
  for (let to = 0; to < layer.outputs; to++) {
    const handed = handedOn(gradient, to, input)
    for (const each of handed.own) sums.biases[to] = (sums.biases[to] ?? 0) + each
    for (let channel = 0; channel < layer.inputs; channel++) {
      const at = (to * layer.inputs + channel) * 9
      addKernel(handed, input.values, channel * size, sums.weights, at)
      if (toInput !== null) addToInput(handed, toInput.values, channel * size, layer.weights, at)
    }
  }
}

/** The same for a layer that sees all of its input at once. */
export function throughSum(
  layer: Layer,
  sums: Layer,
  input: Float64Array,
  gradient: Float64Array,
  toInput: Float64Array,
): void {
  toInput.fill(0)
  for (let to = 0; to < layer.outputs; to++) {
    const own = gradient[to] ?? 0
    if (own === 0) continue
    sums.biases[to] = (sums.biases[to] ?? 0) + own
    const from = to * input.length
    for (let i = 0; i < input.length; i++) {
      sums.weights[from + i] = (sums.weights[from + i] ?? 0) + own * (input[i] ?? 0)
      toInput[i] = (toInput[i] ?? 0) + own * (layer.weights[from + i] ?? 0)
    }
  }
}
