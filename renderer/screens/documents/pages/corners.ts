import type { Corners } from '../../../../shared/reading/page.ts'

export type Point = readonly [x: number, y: number]
type Size = { readonly width: number; readonly height: number }

/** Clockwise from the upper left one of the page as it came. */
export const CORNERS = [0, 1, 2, 3] as const
export type CornerNumber = (typeof CORNERS)[number]
export const CORNER_NAMES = ['upperLeft', 'upperRight', 'lowerRight', 'lowerLeft'] as const

/** The corners of the whole page, where no document was seen in it. */
export const wholePage = ({ width, height }: Size): Corners => [
  [0, 0],
  [width, 0],
  [width, height],
  [0, height],
]

/** The size of a page that is turned clockwise by so many quarters. */
export const turnedSize = ({ width, height }: Size, quarters: number): Size =>
  quarters % 2 === 0 ? { width, height } : { width: height, height: width }

/** Where a point of the page stands when the page is turned clockwise by so many quarters. */
export function turned([x, y]: Point, size: Size, quarters: number): Point {
  if (quarters % 4 === 0) return [x, y]
  return turned([size.height - y, x], turnedSize(size, 1), quarters - 1)
}

/** The point of the page that stands there when the page is turned: the other way round. */
export const unturned = (point: Point, size: Size, quarters: number): Point =>
  turned(point, turnedSize(size, quarters), (4 - (quarters % 4)) % 4)

const within = (value: number, most: number) => Math.min(most, Math.max(0, value))

/** One corner put elsewhere, as far as the page reaches. */
export function withCorner(
  corners: Corners,
  at: CornerNumber,
  [x, y]: Point,
  { width, height }: Size,
): Corners {
  const [a, b, c, d] = corners
  const put = [a, b, c, d].map((corner, i): [number, number] =>
    i === at ? [within(x, width), within(y, height)] : [...corner],
  )
  const [p, q, r, s] = put
  return p && q && r && s ? [p, q, r, s] : corners
}

/** How far an arrow key moves a corner of the page as it is seen, in steps; null for other keys. */
export function stepOf(key: string): Point | null {
  if (key === 'ArrowLeft') return [-1, 0]
  if (key === 'ArrowRight') return [1, 0]
  if (key === 'ArrowUp') return [0, -1]
  return key === 'ArrowDown' ? [0, 1] : null
}

/** Corners that cross or lie on a line hold no document: each turn from side to side has to go the same way, and clearly. */
export function holdsDocument(corners: Corners, { width, height }: Size): boolean {
  const turns = corners.map(([x, y], i) => {
    const [nextX = 0, nextY = 0] = corners[(i + 1) % 4] ?? []
    const [afterX = 0, afterY = 0] = corners[(i + 2) % 4] ?? []
    return (nextX - x) * (afterY - nextY) - (nextY - y) * (afterX - nextX)
  })
  return turns.every((turn) => turn > width * height * 0.001)
}
