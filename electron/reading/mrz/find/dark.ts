import type { Grey } from '../../grey.ts'

/** How much darker than its surroundings ink is: a share of their mean, and as much again in steps of grey. */
export type Threshold = { readonly window: number; readonly share: number; readonly steps: number }

/** Sums of all pixels above and left of each corner, so that the sum of any rectangle is four of them. */
function cornerSums({ width, height, pixels }: Grey): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  return sums
}

/** 1 where a pixel is darker than the mean of the square around it, whatever the light there is. */
export function markDark(picture: Grey, { window, share, steps }: Threshold): Uint8Array {
  const { width, height, pixels } = picture
  const sums = cornerSums(picture)
  const dark = new Uint8Array(width * height)
  const reach = window >> 1
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - reach) * (width + 1)
    const below = Math.min(height, y + reach + 1) * (width + 1)
    const rows = (below - above) / (width + 1)
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - reach)
      const right = Math.min(width, x + reach + 1)
      const sum =
        (sums[below + right] ?? 0) -
        (sums[above + right] ?? 0) -
        (sums[below + left] ?? 0) +
        (sums[above + left] ?? 0)
      const mean = sum / (rows * (right - left))
      if ((pixels[y * width + x] ?? 0) < mean * (1 - share) - steps) dark[y * width + x] = 1
    }
  }
  return dark
}
