export type Rotation = 0 | 90 | 180 | 270
export type Size = { readonly width: number; readonly height: number }

export const nextRotation = (rotation: Rotation): Rotation => {
  if (rotation === 0) return 90
  if (rotation === 90) return 180
  return rotation === 180 ? 270 : 0
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const

/** The next zoom step up or down; 1 shows the whole page. Stays at the ends. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const next = direction === 1 ? ZOOMS.find((step) => step > zoom) : ZOOMS.findLast((step) => step < zoom)
  return next ?? zoom
}

export const rotatedSize = ({ width, height }: Size, rotation: Rotation): Size =>
  rotation % 180 === 0 ? { width, height } : { width: height, height: width }

/** Nothing is enlarged further by itself: a tiny picture shows nothing more when it is larger. */
const MAX_GROWTH = 2

/** How many pixels of the screen a unit of the page takes, so that the rotated page fits the stage. */
export function fitScale(page: Size, stage: Size, rotation: Rotation): number {
  const { width, height } = rotatedSize(page, rotation)
  if (width <= 0 || height <= 0) return 1
  return Math.max(Math.min(stage.width / width, stage.height / height, MAX_GROWTH), 0.01)
}

/** Not every graphics driver offers a canvas of more pixels. */
const MAX_PIXELS = 24_000_000

/** Device pixels per page unit: sharp on this display, and never more than a canvas may hold. */
export function sharpScale(width: number, height: number, scale: number, pixelRatio: number): number {
  return Math.min(scale * pixelRatio, Math.sqrt(MAX_PIXELS / (width * height)))
}
