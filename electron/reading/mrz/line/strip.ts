import { CELL_HEIGHT, CELL_PITCH, CELL_WIDTH } from '../cell-size.ts'
import { emptyMaps, type Maps } from '../layers.ts'
import { LEAST_CONTRAST, normalise } from '../normalise.ts'
import { type Frame, sampleAt, type Sampler } from './frame.ts'

const downOf = (row: number) => (row + 0.5 - CELL_HEIGHT / 2) / CELL_PITCH

/** The line made straight, from one place on it to another, each column normalised by the window around it. */
export function straighten(sample: Sampler, frame: Frame, from: number, to: number): Maps {
  const width = Math.round(((to - from) * CELL_PITCH) / 4) * 4
  const strip = emptyMaps(1, CELL_HEIGHT, width)
  for (let y = 0, i = 0; y < CELL_HEIGHT; y++)
    for (let x = 0; x < width; x++, i++)
      strip.values[i] = sampleAt(sample, frame, from + (x + 0.5) / CELL_PITCH, downOf(y))
  return normaliseColumns(strip)
}

/** As each window of its own would be normalised, for all of them at once. */
function normaliseColumns({ width, values }: Maps): Maps {
  const sums = new Float64Array(width + 1)
  const squares = new Float64Array(width + 1)
  for (let x = 0; x < width; x++) {
    let [sum, square] = [0, 0]
    for (let y = 0; y < CELL_HEIGHT; y++) {
      const value = values[y * width + x] ?? 0
      sum += value
      square += value * value
    }
    sums[x + 1] = (sums[x] ?? 0) + sum
    squares[x + 1] = (squares[x] ?? 0) + square
  }
  const strip = emptyMaps(1, CELL_HEIGHT, width)
  for (let x = 0; x < width; x++) {
    const left = Math.min(Math.max(0, x - CELL_WIDTH / 2), Math.max(0, width - CELL_WIDTH))
    const right = Math.min(width, left + CELL_WIDTH)
    const count = (right - left) * CELL_HEIGHT
    const mean = ((sums[right] ?? 0) - (sums[left] ?? 0)) / count
    const square = ((squares[right] ?? 0) - (squares[left] ?? 0)) / count
    const deviation = Math.sqrt(Math.max(0, square - mean * mean)) + LEAST_CONTRAST
    for (let y = 0; y < CELL_HEIGHT; y++)
      strip.values[y * width + x] = ((values[y * width + x] ?? 0) - mean) / deviation
  }
  return strip
}

/** The brightness at a place beside the middle of a cell, in pitches. */
export type Looking = (cell: number, along: number, down: number) => number

/** Windows around so many cells, side by side, moved by a part of a pitch. */
export function windowsAt(look: Looking, count: number, right: number, down: number): Maps {
  const width = count * CELL_WIDTH
  const strip = emptyMaps(1, CELL_HEIGHT, width)
  const window = new Float64Array(CELL_WIDTH * CELL_HEIGHT)
  for (let at = 0; at < count; at++) {
    for (let y = 0, i = 0; y < CELL_HEIGHT; y++)
      for (let x = 0; x < CELL_WIDTH; x++, i++)
        window[i] = look(at, right + (x + 0.5 - CELL_WIDTH / 2) / CELL_PITCH, downOf(y) + down)
    normalise(window)
    for (let y = 0; y < CELL_HEIGHT; y++)
      strip.values.set(window.subarray(y * CELL_WIDTH, (y + 1) * CELL_WIDTH), y * width + at * CELL_WIDTH)
  }
  return strip
}
