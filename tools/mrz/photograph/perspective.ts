import type { Grey } from '../../../electron/reading/grey.ts'

export type Point = readonly [x: number, y: number]
export type Corners = readonly [Point, Point, Point, Point]

/** The eight numbers of the perspective that leads the unit square to these corners (Heckbert, 1989). */
function fromSquare([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Corners) {
  const [dx1, dx2, dx3] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, dy3] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const all = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / all
  const h = (dx1 * dy3 - dx3 * dy1) / all
  return {
    a: x1 - x0 + g * x1,
    b: x3 - x0 + h * x3,
    c: x0,
    d: y1 - y0 + g * y1,
    e: y3 - y0 + h * y3,
    f: y0,
    g,
    h,
  }
}

/** Where each place of a picture comes from in the unit square whose corners lie so, clockwise from the upper left. */
export function toSquare(corners: Corners): (x: number, y: number) => Point {
  const { a, b, c, d, e, f, g, h } = fromSquare(corners)
  // The inverse of the matrix, up to a factor that the division takes away.
  const [A, B, C] = [e - f * h, c * h - b, b * f - c * e]
  const [D, E, F] = [f * g - d, a - c * g, c * d - a * f]
  const [G, H, I] = [d * h - e * g, b * g - a * h, a * e - b * d]
  return (x, y) => {
    const depth = G * x + H * y + I
    return [(A * x + B * y + C) / depth, (D * x + E * y + F) / depth]
  }
}

/** Lays a page into a scene so that its corners lie there. */
export function layInto(scene: Grey, page: Grey, corners: Corners): void {
  const from = toSquare(corners)
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < Math.min(scene.height, Math.max(...ys)); y++)
    for (let x = Math.max(0, Math.floor(Math.min(...xs))); x < Math.min(scene.width, Math.max(...xs)); x++) {
      const [u, v] = from(x + 0.5, y + 0.5)
      if (u < 0 || v < 0 || u >= 1 || v >= 1) continue
      scene.pixels[y * scene.width + x] = bilinear(page, u * page.width - 0.5, v * page.height - 0.5)
    }
}

function bilinear({ width, height, pixels }: Grey, placeX: number, placeY: number): number {
  const x = Math.min(Math.max(placeX, 0), width - 1.001)
  const y = Math.min(Math.max(placeY, 0), height - 1.001)
  const left = Math.floor(x)
  const top = Math.floor(y)
  const i = top * width + left
  const upper = (pixels[i] ?? 0) * (1 - x + left) + (pixels[i + 1] ?? 0) * (x - left)
  const lower = (pixels[i + width] ?? 0) * (1 - x + left) + (pixels[i + width + 1] ?? 0) * (x - left)
  return upper * (1 - y + top) + lower * (y - top)
}
