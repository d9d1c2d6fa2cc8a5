import type { Corners } from '../../../shared/reading/page.ts'

/** A picture in colours, three bytes a pixel. */
export type Colours = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }
type Point = Corners[number]

const distance = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(ax - bx, ay - by)

/** How large the document is when it is seen from straight above: the longer of each two opposite sides. */
function sizeOf([a, b, c, d]: Corners, most: number): { width: number; height: number } {
  const width = Math.max(distance(a, b), distance(d, c), 1)
  const height = Math.max(distance(a, d), distance(b, c), 1)
  const scale = Math.min(1, most / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * The projection of the unit square onto four corners: x = (a·u + b·v + c) / (g·u + h·v + 1), and y alike (Heckbert, Fundamentals of
 * Texture Mapping, 1989, section 2.2.3).
 */
function projectionOnto([p, q, r, s]: Corners): (u: number, v: number) => Point {
  const [dx1, dy1] = [q[0] - r[0], q[1] - r[1]]
  const [dx2, dy2] = [s[0] - r[0], s[1] - r[1]]
  const [sx, sy] = [p[0] - q[0] + r[0] - s[0], p[1] - q[1] + r[1] - s[1]]
  const determinant = dx1 * dy2 - dx2 * dy1
  const g = determinant === 0 ? 0 : (sx * dy2 - dx2 * sy) / determinant
  const h = determinant === 0 ? 0 : (dx1 * sy - sx * dy1) / determinant
  const [a, b] = [q[0] - p[0] + g * q[0], s[0] - p[0] + h * s[0]]
  const [d, e] = [q[1] - p[1] + g * q[1], s[1] - p[1] + h * s[1]]
  return (u, v) => {
    const w = g * u + h * v + 1
    return [(a * u + b * v + p[0]) / w, (d * u + e * v + p[1]) / w]
  }
}

/** The colour between four pixels, into `out`. */
function sample({ width, height, pixels }: Colours, [x, y]: Point, out: Uint8Array, at: number): void {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)))
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)))
  const right = Math.min(1, Math.max(0, x - left))
  const down = Math.min(1, Math.max(0, y - top))
  const here = (top * width + left) * 3
  const below = here + width * 3
  for (let i = 0; i < 3; i++) {
    const upper = (pixels[here + i] ?? 0) * (1 - right) + (pixels[here + i + 3] ?? 0) * right
    const lower = (pixels[below + i] ?? 0) * (1 - right) + (pixels[below + i + 3] ?? 0) * right
    out[at + i] = Math.round(upper * (1 - down) + lower * down)
  }
}

/** What lies between four corners, as if seen from straight above, with a longer side of at most `most` pixels. */
export function straighten(picture: Colours, corners: Corners, most: number): Colours {
  const { width, height } = sizeOf(corners, most)
  const project = projectionOnto(corners)
  const pixels = new Uint8Array(width * height * 3)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3)
      sample(picture, project((x + 0.5) / width, (y + 0.5) / height), pixels, at)
  return { width, height, pixels }
}
