import { CELL_HEIGHT, CLASSES } from './cell-size.ts'
import { answer, convolve, emptyMaps, type Maps, seeAll, takeLargest } from './layers.ts'
import { LAST_COLUMNS, type Network } from './network.ts'

/** What each layer shows for one strip, the last one the sums from which the classes follow. */
export type Shown = {
  readonly first: Maps
  readonly firstLargest: Maps
  readonly second: Maps
  readonly secondLargest: Maps
  readonly third: Maps
  readonly hidden: Maps
  readonly sums: Maps
}

const half = (maps: Maps) => emptyMaps(maps.channels, maps.height >> 1, maps.width >> 1)
const smaller = (channels: number, maps: Maps) => emptyMaps(channels, maps.height - 2, maps.width - 2)

/** Room for what a network shows of a strip that is 32 high and so wide; at each fourth column from the 14th on there is an answer. */
export function roomFor({ convolutions: [first, second, third], hidden }: Network, width: number): Shown {
  const one = emptyMaps(first.outputs, CELL_HEIGHT - 2, width - 2)
  const oneLargest = half(one)
  const two = smaller(second.outputs, oneLargest)
  const twoLargest = half(two)
  const three = smaller(third.outputs, twoLargest)
  const positions = three.width - LAST_COLUMNS + 1
  return {
    first: one,
    firstLargest: oneLargest,
    second: two,
    secondLargest: twoLargest,
    third: three,
    hidden: emptyMaps(hidden.outputs, 1, positions),
    sums: emptyMaps(CLASSES, 1, positions),
  }
}

/** Fills `shown` with what the network makes of a strip, layer by layer. */
export function runNetwork(network: Network, strip: Maps, shown: Shown): void {
  const [first, second, third] = network.convolutions
  convolve(first, strip, shown.first)
  takeLargest(shown.first, shown.firstLargest)
  convolve(second, shown.firstLargest, shown.second)
  takeLargest(shown.second, shown.secondLargest)
  convolve(third, shown.secondLargest, shown.third)
  seeAll(network.hidden, shown.third, shown.hidden)
  answer(network.answer, shown.hidden, shown.sums)
}

/** How likely each class is at a position, all together 1. */
export function likelihoods({ channels, width, values }: Maps, position: number): Float64Array {
  const sums = Float64Array.from({ length: channels }, (_, at) => values[at * width + position] ?? 0)
  const most = sums.reduce((one, other) => Math.max(one, other))
  const weights = sums.map((sum) => Math.exp(sum - most))
  const total = weights.reduce((one, other) => one + other)
  return weights.map((weight) => weight / total)
}
