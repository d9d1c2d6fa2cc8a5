import type { Corners } from '../../../shared/reading/page.ts'
import { type Grey, turn } from '../grey.ts'
import { THRESHOLDS, toSearch, zonesIn } from '../mrz/find/search.ts'
import { type Changes, changesOf, type Edge, findEdge, type Reach } from './edges.ts'
import { isRegular } from '../mrz/find/regular.ts'
import { type Predicted, predict } from './predict.ts'

type Point = Corners[number]

/** A document's upper edge is farthest from the zone, so that it is predicted worst. */
const TOP: Reach = { inside: 12, outside: 16 }
const SIDE: Reach = { inside: 5, outside: 8 }
/** Farther inside is the zone itself. */
const BOTTOM: Reach = { inside: 4, outside: 6 }
const MOST_ZONES = 4
/** A weaker edge, such as white on white, is less trusted than the prediction. */
const LEAST_STRENGTH = 3

/** Where two edges cross; null when they do not. */
function crossing(
  { from: [ax, ay], to: [bx, by] }: Edge,
  { from: [cx, cy], to: [dx, dy] }: Edge,
): Point | null {
  const determinant = (ax - bx) * (cy - dy) - (ay - by) * (cx - dx)
  if (Math.abs(determinant) < 1e-9) return null
  const first = ax * by - ay * bx
  const second = cx * dy - cy * dx
  return [
    (first * (cx - dx) - (ax - bx) * second) / determinant,
    (first * (cy - dy) - (ay - by) * second) / determinant,
  ]
}

type Found = { readonly corners: Corners; readonly strength: number }

/** The corners between the edges near the predicted sides. */
function lookFor(changes: Changes, { corners: [a, b, c, d], perMillimetre }: Predicted): Found | null {
  const top = findEdge(changes, a, b, TOP, perMillimetre)
  const right = findEdge(changes, b, c, SIDE, perMillimetre)
  const bottom = findEdge(changes, c, d, BOTTOM, perMillimetre)
  const left = findEdge(changes, d, a, SIDE, perMillimetre)
  const [p, q, r, s] = [
    crossing(left, top),
    crossing(top, right),
    crossing(right, bottom),
    crossing(bottom, left),
  ]
  if (!p || !q || !r || !s) return null
  return { corners: [p, q, r, s], strength: Math.min(...[top, right, bottom, left].map((e) => e.strength)) }
}

/** A document lies the way in which its sides are seen better; where no side is seen, as it is predicted. */
function cornersIn(small: Grey): Corners | null {
  for (const threshold of THRESHOLDS) {
    const zone = zonesIn(small, threshold).slice(0, MOST_ZONES).find(isRegular)
    if (zone === undefined) continue
    const changes = changesOf(small)
    const upright = predict(zone, false)
    const found = [upright, predict(zone, true)].flatMap((predicted) => lookFor(changes, predicted) ?? [])
    const [best] = found.toSorted((one, other) => other.strength - one.strength)
    return best !== undefined && best.strength >= LEAST_STRENGTH ? best.corners : upright.corners
  }
  return null
}

/** A document that sticks out of the picture by more than this share of its longer side was not seen, but guessed from a text. */
const MOST_OUTSIDE = 0.04

const isInside = ({ width, height }: Grey, [x, y]: Point): boolean => {
  const margin = MOST_OUTSIDE * Math.max(width, height)
  return x >= -margin && y >= -margin && x <= width + margin && y <= height + margin
}

/** A point of the picture that was turned by a quarter clockwise, in the picture before. */
const unturned = ({ height }: Grey, [x, y]: Point): Point => [y, height - 1 - x]

/**
 * The four corners of the document with a machine-readable zone, clockwise from its upper left one; null where no zone is seen. They are
 * predicted from where the zone lies and how large it is, and then looked for near there.
 */
export function findCorners(picture: Grey): Corners | null {
  const small = toSearch(picture)
  const upright = cornersIn(small)
  const sideways = upright === null ? cornersIn(turn(small, 1)) : null
  const found = upright ?? sideways?.map((point) => unturned(small, point)) ?? null
  if (found === null || !found.every((point) => isInside(small, point))) return null
  const scaled = found.map(([x, y]): [number, number] => [
    Math.min(picture.width, Math.max(0, x * small.scale)),
    Math.min(picture.height, Math.max(0, y * small.scale)),
  ])
  const [a, b, c, d] = scaled
  return a && b && c && d ? [a, b, c, d] : null
}
