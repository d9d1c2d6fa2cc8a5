import { type Picture, within } from './picture.ts'

/** The table for brightness of ITU-T T.81, annex K.1, row by row. */
const QUANTISERS = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
]
const SIDE = 8

/** The cosines of the transform (T.81, A.3.3): row u, column x. */
const COSINES = Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
  const u = Math.floor(i / SIDE)
  const x = i % SIDE
  return Math.sqrt((u === 0 ? 1 : 2) / SIDE) * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE))
})

/** What a table is multiplied by for a quality from 1 to 100, as the reference encoder does. */
function quantisersOf(quality: number): Float64Array {
  const percent = quality < 50 ? 5000 / quality : 200 - 2 * quality
  return Float64Array.from(QUANTISERS, (step) => within(Math.floor((step * percent + 50) / 100) - 1, 255) + 1)
}

type Product = (left: Float64Array, right: Float64Array, product: Float64Array) => void
const timesTransposed: Product = (left, right, product) => {
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++) {
      let sum = 0
      for (let k = 0; k < SIDE; k++) sum += (left[row * SIDE + k] ?? 0) * (right[column * SIDE + k] ?? 0)
      product[row * SIDE + column] = sum
    }
}
const transposed = (matrix: Float64Array) =>
  Float64Array.from(matrix, (_, i) => matrix[(i % SIDE) * SIDE + Math.floor(i / SIDE)] ?? 0)
const COSINES_TRANSPOSED = transposed(COSINES)

const block = new Float64Array(SIDE * SIDE)
const half = new Float64Array(SIDE * SIDE)

/** One block as it comes back: transformed, rounded to the table's steps, and transformed back. */
function roundBlock(quantisers: Float64Array): void {
  // C·B·Cᵀ: with `timesTransposed` the first product is (B·Cᵀ), read as its own transpose in the second.
  timesTransposed(COSINES, block, half)
  timesTransposed(half, COSINES, block)
  // Both products leave C·Bᵀ·Cᵀ, the transform of the transposed block; the table is read with rows and columns exchanged.
  for (let i = 0; i < block.length; i++) {
    const step = quantisers[(i % SIDE) * SIDE + Math.floor(i / SIDE)] ?? 1
    block[i] = Math.round((block[i] ?? 0) / step) * step
  }
  timesTransposed(COSINES_TRANSPOSED, block, half)
  timesTransposed(half, COSINES_TRANSPOSED, block)
}

/**
 * What saving as a JPEG of this quality (1 to 100) leaves of a picture, the blocks beginning `fromX` and `fromY` pixels before its corner.
 */
export function throughJpeg(picture: Picture, quality: number, fromX: number, fromY: number): void {
  const { width, height, pixels } = picture
  const quantisers = quantisersOf(quality)
  for (let top = -fromY; top < height; top += SIDE)
    for (let left = -fromX; left < width; left += SIDE) {
      for (let i = 0; i < block.length; i++) {
        const x = within(left + (i % SIDE), width)
        const y = within(top + Math.floor(i / SIDE), height)
        block[i] = (pixels[y * width + x] ?? 0) * 255 - 128
      }
      roundBlock(quantisers)
      for (let i = 0; i < block.length; i++) {
        const x = left + (i % SIDE)
        const y = top + Math.floor(i / SIDE)
        if (x >= 0 && y >= 0 && x < width && y < height) pixels[y * width + x] = ((block[i] ?? 0) + 128) / 255
      }
    }
}
