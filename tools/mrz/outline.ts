import type { Path } from 'fontkit'

type Point = readonly [x: number, y: number]
/** A straight piece of an outline. */
export type Edge = readonly [from: Point, to: Point]

/** Pieces that a curve is drawn with: at a glyph of 60 pixels they are off by less than a hundredth of one. */
const PIECES = 12

const bezier = (points: readonly Point[], t: number): Point => {
  let left = points
  while (left.length > 1)
    left = left.slice(1).map(([x, y], i): Point => {
      const [px, py] = left[i] ?? [0, 0]
      return [px + (x - px) * t, py + (y - py) * t]
    })
  return left[0] ?? [0, 0]
}

const pairsOf = (numbers: readonly number[]) =>
  Array.from({ length: numbers.length / 2 }, (_, i): Point => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0])

/** The straight pieces of a glyph's outline, curves included, each point moved by `place`. */
export function edgesOf(path: Path, place: (point: Point) => Point): Edge[] {
  const edges: Edge[] = []
  let start: Point = [0, 0]
  let at: Point = [0, 0]
  const lineTo = (to: Point) => {
    edges.push([place(at), place(to)])
    at = to
  }
  for (const { command, args } of path.commands) {
    const points = pairsOf(args)
    if (command === 'moveTo') start = at = points[0] ?? at
    else if (command === 'closePath') lineTo(start)
    else {
      const curve = [at, ...points]
      const pieces = command === 'lineTo' ? 1 : PIECES
      for (let i = 1; i <= pieces; i++) lineTo(bezier(curve, i / pieces))
    }
  }
  return edges
}

/** Samples a pixel has in each direction. */
const SAMPLES = 4

type Crossing = { x: number; winding: number }

function crossings(edges: readonly Edge[], y: number): Crossing[] {
  const found: Crossing[] = []
  for (const [[x1, y1], [x2, y2]] of edges)
    if (y1 <= y !== y2 <= y)
      found.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), winding: y2 > y1 ? 1 : -1 })
  return found.toSorted((one, other) => one.x - other.x)
}

/** How much of each pixel is inside of the outline (the rule of windings), from 0 to 255. */
export function fillOutline(edges: readonly Edge[], size: number): Uint8Array {
  const inside = new Float64Array(size * size)
  for (let row = 0; row < size * SAMPLES; row++) {
    const across = crossings(edges, (row + 0.5) / SAMPLES)
    let winding = 0
    for (const [i, { x, winding: turn }] of across.entries()) {
      winding += turn
      const until = across[i + 1]?.x ?? x
      if (winding !== 0) addRun(inside, Math.floor(row / SAMPLES) * size, size, x, until)
    }
  }
  return Uint8Array.from(inside, (share) => Math.min(255, Math.round((255 * share) / SAMPLES)))
}

function addRun(inside: Float64Array, row: number, size: number, from: number, to: number): void {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(size, Math.ceil(to)); x++)
    inside[row + x] = (inside[row + x] ?? 0) + Math.min(to, x + 1) - Math.max(from, x)
}
