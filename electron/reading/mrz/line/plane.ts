/** A place of a zone, in pitches along its lines and down from its first one, and where it was seen in the picture. */
export type Match = {
  readonly along: number
  readonly down: number
  readonly x: number
  readonly y: number
}
/** Where a place of the zone lies in the picture, as eight numbers of a perspective. */
export type Plane = readonly number[]

const UNKNOWNS = 8

export function placeOn(plane: Plane, along: number, down: number): readonly [x: number, y: number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = plane
  const depth = g * along + h * down + 1
  return [(a * along + b * down + c) / depth, (d * along + e * down + f) / depth]
}

/** Solves as many equations as there are unknowns (Gauss, the largest pivot first); null when they do not suffice. */
function solve(rows: number[][]): number[] | null {
  for (let at = 0; at < rows.length; at++) {
    const sizes = rows.map((row, i) => (i < at ? -1 : Math.abs(row[at] ?? 0)))
    const pivot = sizes.indexOf(Math.max(...sizes))
    const [own = [], other = []] = [rows[pivot], rows[at]]
    if (Math.abs(own[at] ?? 0) < 1e-12) return null
    rows[at] = own
    if (pivot !== at) rows[pivot] = other
    for (const [i, row] of rows.entries()) {
      const factor = (row[at] ?? 0) / (own[at] ?? 1)
      if (i !== at) rows[i] = row.map((value, column) => value - factor * (own[column] ?? 0))
    }
  }
  return rows.map((row, at) => (row[rows.length] ?? 0) / (row[at] ?? 1))
}

/** The two equations that a match is, their right side last. */
const equationsOf = ({ along, down, x, y }: Match) => [
  [along, down, 1, 0, 0, 0, -along * x, -down * x, x],
  [0, 0, 0, along, down, 1, -along * y, -down * y, y],
]

/** The perspective with the least squared error over these matches. */
function fit(matches: readonly Match[]): Plane | null {
  const sums = Array.from({ length: UNKNOWNS }, () => Array.from({ length: UNKNOWNS + 1 }, () => 0))
  for (const equation of matches.flatMap(equationsOf))
    for (const [i, row] of sums.entries())
      for (const [j, sum] of row.entries()) row[j] = sum + (equation[i] ?? 0) * (equation[j] ?? 0)
  return solve(sums)
}

/** How far a match is from its place on the plane, in the picture's unit. */
function offPlane(plane: Plane, { along, down, x, y }: Match): number {
  const [placeX, placeY] = placeOn(plane, along, down)
  return Math.hypot(placeX - x, placeY - y)
}

/** The middle and the size of numbers, by which the equations become well conditioned. */
function spanOf(values: readonly number[]) {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return { middle: (least + most) / 2, half: (most - least) / 2 || 1 }
}

/** Matches that are farther off than this part of a pitch are left out once, and the others may be so far off at most on the mean. */
const MOST_OFF = 0.35
const MOST_MEAN = 0.12

/**
 * The plane that the cells of a zone lie on, and how to look at it in pixels: `at` leads from a place in pitches to one in the picture.
 * Null where they lie on none, as on a page that bends.
 */
export function planeThrough(
  matches: readonly Match[],
  pitch: number,
): ((along: number, down: number) => readonly [x: number, y: number]) | null {
  const along = spanOf(matches.map((match) => match.along))
  const [x, y] = [spanOf(matches.map((match) => match.x)), spanOf(matches.map((match) => match.y))]
  const unit = x.half
  const small = matches.map((match) => ({
    along: (match.along - along.middle) / along.half,
    down: match.down / along.half,
    x: (match.x - x.middle) / unit,
    y: (match.y - y.middle) / unit,
  }))
  const first = fit(small)
  if (first === null) return null
  const near = small.filter((match) => offPlane(first, match) * unit < MOST_OFF * pitch)
  const plane = near.length < 0.8 * small.length ? null : fit(near)
  if (plane === null) return null
  const off = near.reduce((sum, match) => sum + offPlane(plane, match), 0) / near.length
  if (off * unit > MOST_MEAN * pitch) return null
  return (alongLine, down) => {
    const [placeX, placeY] = placeOn(plane, (alongLine - along.middle) / along.half, down / along.half)
    return [placeX * unit + x.middle, placeY * unit + y.middle]
  }
}
