import { emptyPicture, paint, type Picture, within } from './picture.ts'

/** Below this deviation, in pixels, a blur changes nothing that is seen. */
const LEAST = 0.25
const MOST_RADIUS = 15

function bell(deviation: number): Float64Array {
  const radius = Math.min(MOST_RADIUS, Math.ceil(2.5 * deviation))
  const weights = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * deviation ** 2)),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

function blurAlong(from: Picture, to: Picture, weights: Float64Array, isAcross: boolean): void {
  const { width, height, pixels } = from
  const radius = (weights.length - 1) / 2
  paint(to, (_, x, y) => {
    let sum = 0
    for (let k = 0; k < weights.length; k++) {
      const column = isAcross ? within(x + k - radius, width) : x
      const row = isAcross ? y : within(y + k - radius, height)
      sum += (weights[k] ?? 0) * (pixels[row * width + column] ?? 0)
    }
    return sum
  })
}

/** Out of focus: a blur of this deviation in pixels, in both directions. */
export function blur(picture: Picture, deviation: number): void {
  if (deviation <= LEAST) return
  const weights = bell(deviation)
  const across = emptyPicture(picture.width, picture.height)
  blurAlong(picture, across, weights, true)
  blurAlong(across, picture, weights, false)
}

/** A hand that moved: `length` pixels in the direction of `angle` (radians). */
export function smear(picture: Picture, length: number, angle: number): void {
  const steps = Math.ceil(length) + 1
  const { width, height, pixels } = picture
  const sum = emptyPicture(width, height)
  for (let step = 0; step < steps; step++) {
    const way = (step / (steps - 1) - 0.5) * length
    const byX = Math.round(way * Math.cos(angle))
    const byY = Math.round(way * Math.sin(angle))
    paint(
      sum,
      (own, x, y) => own + (pixels[within(y + byY, height) * width + within(x + byX, width)] ?? 0) / steps,
    )
  }
  pixels.set(sum.pixels)
}
