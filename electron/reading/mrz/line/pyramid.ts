import { type Grey, halve } from '../../grey.ts'

/** A picture at this and smaller sizes, each half as large as the one before: a sample then never skips pixels. */
export type Pyramid = readonly { readonly picture: Grey; readonly scale: number }[]

const SMALLEST = 500
/** Pixels a character's pitch has at least in the size that is read, if the picture has as many. */
const WANTED_PITCH = 18

export function pyramidOf(picture: Grey): Pyramid {
  const levels = [{ picture, scale: 1 }]
  for (let last = picture, scale = 2; Math.max(last.width, last.height) > SMALLEST; scale *= 2) {
    last = halve(last)
    levels.push({ picture: last, scale })
  }
  return levels
}

/** The brightness (0 to 1) at a place of the full picture, read in the size that suits characters of this pitch. */
export function samplerFor(pyramid: Pyramid, pitch: number): (x: number, y: number) => number {
  const level = pyramid.findLast(({ scale }) => pitch / scale >= WANTED_PITCH) ?? pyramid[0]
  if (level === undefined) return () => 0
  const { width, height, pixels } = level.picture
  const { scale } = level
  return (placeX, placeY) => {
    const x = Math.min(Math.max((placeX + 0.5) / scale - 0.5, 0), width - 1.001)
    const y = Math.min(Math.max((placeY + 0.5) / scale - 0.5, 0), height - 1.001)
    const left = Math.floor(x)
    const top = Math.floor(y)
    const right = x - left
    const down = y - top
    const i = top * width + left
    const upper = (pixels[i] ?? 0) * (1 - right) + (pixels[i + 1] ?? 0) * right
    const lower = (pixels[i + width] ?? 0) * (1 - right) + (pixels[i + width + 1] ?? 0) * right
    return (upper * (1 - down) + lower * down) / 255
  }
}
