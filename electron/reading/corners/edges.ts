import type { Corners } from '../../../shared/reading/page.ts'
import type { Grey } from '../grey.ts'

type Point = Corners[number]
/** How much the light changes across and down at every pixel (Sobel). */
export type Changes = {
  readonly width: number
  readonly height: number
  readonly across: Int16Array
  readonly down: Int16Array
}
/** A straight edge through two points, and how strong it is. */
export type Edge = { readonly from: Point; readonly to: Point; readonly strength: number }

export function changesOf({ width, height, pixels }: Grey): Changes {
  const across = new Int16Array(pixels.length)
  const down = new Int16Array(pixels.length)
  const at = (i: number) => pixels[i] ?? 0
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const [a, b, c] = [at(i - width - 1), at(i - width), at(i - width + 1)]
      const [d, e, f] = [at(i + width - 1), at(i + width), at(i + width + 1)]
      across[i] = c + 2 * at(i + 1) + f - a - 2 * at(i - 1) - d
      down[i] = d + 2 * e + f - a - 2 * b - c
    }
  return { width, height, across, down }
}

/** Along a side so many places are looked at; its ends belong to other sides, and are rounded. */
const PLACES = 64
const MARGIN = 0.06
/** A stronger change counts no more: black print is no better an edge than a page's. */
const MOST_CHANGE = 160

/** Where to look for a side: from so many millimetres inside to so many outside of where it is predicted. */
export type Reach = { readonly inside: number; readonly outside: number }

const placeAt = (k: number) => MARGIN + ((1 - 2 * MARGIN) * k) / (PLACES - 1)

/** The change across the side, at every place and every distance from where it is predicted. */
function profile(changes: Changes, a: Point, b: Point, distances: readonly number[]): Float32Array[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = Math.hypot(dx, dy)
  const [outX, outY] = [dy / length, -dx / length]
  return Array.from({ length: PLACES }, (_, k) =>
    Float32Array.from(distances, (distance) => {
      const x = Math.round(a[0] + dx * placeAt(k) + outX * distance)
      const y = Math.round(a[1] + dy * placeAt(k) + outY * distance)
      if (x < 1 || y < 1 || x >= changes.width - 1 || y >= changes.height - 1) return 0
      const i = y * changes.width + x
      return Math.min(MOST_CHANGE, Math.abs((changes.across[i] ?? 0) * outX + (changes.down[i] ?? 0) * outY))
    }),
  )
}

/** The straight edge with the most change near the side from `a` to `b` (clockwise), both of whose ends may be off. */
export function findEdge(changes: Changes, a: Point, b: Point, reach: Reach, perMillimetre: number): Edge {
  const step = Math.max(1, 0.35 * perMillimetre)
  const count = Math.floor(((reach.inside + reach.outside) * perMillimetre) / step) + 1
  const distances = Array.from({ length: count }, (_, i) => i * step - reach.inside * perMillimetre)
  const seen = profile(changes, a, b, distances)
  let best = { i: 0, j: 0, strength: -1 }
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      if (Math.abs(i - j) > count * 0.6) continue
      const off = (Math.abs(distances[i] ?? 0) + Math.abs(distances[j] ?? 0)) / perMillimetre
      const strength = strengthOf(seen, i, j) * (1 - 0.0012 * off)
      if (strength > best.strength) best = { i, j, strength }
    }
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = Math.hypot(dx, dy)
  const at = (k: number, distance: number): Point => [
    a[0] + dx * placeAt(k) + (dy / length) * distance,
    a[1] + dy * placeAt(k) - (dx / length) * distance,
  ]
  return {
    from: at(0, distances[best.i] ?? 0),
    to: at(PLACES - 1, distances[best.j] ?? 0),
    strength: best.strength / PLACES,
  }
}

/** Roots are added up, so that one strong place does not outweigh a whole weak side. */
function strengthOf(seen: readonly Float32Array[], i: number, j: number): number {
  let sum = 0
  for (let k = 0; k < PLACES; k++) {
    const at = Math.round(i + ((j - i) * k) / (PLACES - 1))
    sum += Math.sqrt(Math.max(seen[k]?.[at] ?? 0, (seen[k]?.[at - 1] ?? 0) * 0.8))
  }
  return sum
}
