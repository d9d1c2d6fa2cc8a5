import type { Random } from '../random.ts'
import { paint, type Picture } from './picture.ts'

/** The fine waves that a document's paper is printed with, as darkness at a place. */
function waves(random: Random, pitch: number): (x: number, y: number) => number {
  const count = random.chance(0.5) ? 1 + random.below(3) : 0
  const drawn = Array.from({ length: count }, () => ({
    frequency: random.between(0, 24) / pitch,
    direction: random.between(0, Math.PI),
    phase: random.between(0, 2 * Math.PI),
    strength: random.between(0, 0.3),
  })).map(({ direction, ...wave }) => ({ ...wave, cosine: Math.cos(direction), sine: Math.sin(direction) }))
  return (x, y) => {
    let darkness = 0
    for (const { frequency, cosine, sine, phase, strength } of drawn)
      darkness += strength * Math.max(0, Math.sin((x * cosine + y * sine) * frequency + phase) - 0.6)
    return darkness
  }
}

/** Puts the ink on paper: from ink (0 to 1) to brightness, under an uneven light. */
export function putOnPaper(ink: Picture, pitch: number, random: Random): void {
  const bright = random.between(0.3, 0.98)
  const dark = bright * random.between(0, 0.55)
  const fromLeft = random.between(-0.12, 0.12)
  const fromTop = random.between(-0.12, 0.12)
  const darkness = waves(random, pitch)
  paint(ink, (own, x, y) => {
    const light = 1 + fromLeft * (x / ink.width - 0.5) + fromTop * (y / ink.height - 0.5)
    return bright * (light - darkness(x, y)) * (1 - own) + dark * own
  })
}

/** The reflection of a lamp: brightness that falls off from a middle. */
export function addGlare(picture: Picture, random: Random): void {
  const strength = random.between(0, 0.9)
  const middle = { x: random.uniform() * picture.width, y: random.uniform() * picture.height }
  const wide = picture.width * random.between(0.3, 1.3)
  const high = picture.height * random.between(0.2, 1.2)
  paint(
    picture,
    (own, x, y) => own + strength * Math.exp(-(((x - middle.x) / wide) ** 2) - ((y - middle.y) / high) ** 2),
  )
}

/** The grain of a sensor, of this deviation; beyond black and white there is nothing. */
export function addGrain(picture: Picture, deviation: number, random: Random): void {
  paint(picture, (own) => Math.min(1, Math.max(0, own + random.normal() * deviation)))
}
