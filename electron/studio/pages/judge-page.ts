import type { Corners, PageFault } from '../../../shared/reading/page.ts'
import { type Grey, reduceTo } from '../../reading/grey.ts'

/** Sharpness is measured in a picture of this size, in pixels, so that it does not depend on the camera. */
const SIDE = 1600
/** A passport whose longer side has fewer pixels has characters of less than ten pixels in its zone; a whole sheet is more than a passport. */
const LEAST_SIDE = { document: 500, sheet: 900 } as const
/** Less light and shade than this is a page with hardly anything on it, of which nobody can say whether it is sharp. */
const LEAST_SPREAD = 20
/** The strongest changes from pixel to pixel against the spread of the light: what tells a sharp picture from a blurred one. */
const LEAST_SHARPNESS = 0.45
const BLOWN_OUT = 252
const MOST_BLOWN_OUT = 0.05
const LEAST_BRIGHTNESS = 70

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** The upright box around the document, or the whole page, without the outermost pixels. */
function boxOf({ width, height }: Grey, corners: Corners | null): Box {
  const xs = corners?.map(([x]) => x) ?? [0, width]
  const ys = corners?.map(([, y]) => y) ?? [0, height]
  return {
    left: Math.max(1, Math.ceil(Math.min(...xs))),
    top: Math.max(1, Math.ceil(Math.min(...ys))),
    right: Math.min(width - 1, Math.floor(Math.max(...xs))),
    bottom: Math.min(height - 1, Math.floor(Math.max(...ys))),
  }
}

/** How many pixels have each value, and how many each change to their neighbours. */
function count({ width, pixels }: Grey, { left, top, right, bottom }: Box) {
  const values = new Uint32Array(256)
  const changes = new Uint32Array(512)
  const at = (i: number) => pixels[i] ?? 0
  for (let y = top; y < bottom; y++)
    for (let x = left, i = y * width + left; x < right; x++, i++) {
      const value = at(i)
      values[value] = (values[value] ?? 0) + 1
      const change = Math.abs(at(i + 1) - at(i - 1)) + Math.abs(at(i + width) - at(i - width))
      changes[change] = (changes[change] ?? 0) + 1
    }
  return { values, changes }
}

/** The value below which this share of all lies. */
function quantile(counts: Uint32Array, share: number): number {
  const all = counts.reduce((sum, each) => sum + each, 0)
  let sum = 0
  for (const [value, each] of counts.entries()) {
    sum += each
    if (sum >= share * all) return value
  }
  return 0
}

/** What makes a page hard to read: too few pixels, blur, glare, darkness. */
export function judgePage(page: Grey, corners: Corners | null): PageFault[] {
  const small = reduceTo(page, SIDE)
  const scaled = corners?.map(([x, y]) => [x / small.scale, y / small.scale] as const)
  const [a, b, c, d] = scaled ?? []
  const box = boxOf(small, a && b && c && d ? [[...a], [...b], [...c], [...d]] : null)
  const { values, changes } = count(small, box)
  const spread = quantile(values, 0.9) - quantile(values, 0.03)
  const isBlurred = spread >= LEAST_SPREAD && quantile(changes, 0.99) / spread < LEAST_SHARPNESS
  const pixels = Math.max(1, (box.right - box.left) * (box.bottom - box.top))
  const blownOut = values.subarray(BLOWN_OUT).reduce((sum, each) => sum + each, 0) / pixels
  const side = Math.max(box.right - box.left, box.bottom - box.top) * small.scale
  // Paper that a scanner shows as pure white is no glare: glare is a spot, and the paper around it is darker.
  const isGlare = blownOut > MOST_BLOWN_OUT && quantile(values, 0.5) < 235
  return [
    ...(side < (corners === null ? LEAST_SIDE.sheet : LEAST_SIDE.document) ? ['SMALL' as const] : []),
    ...(isBlurred ? ['BLURRED' as const] : []),
    ...(isGlare ? ['GLARE' as const] : []),
    ...(quantile(values, 0.9) < LEAST_BRIGHTNESS ? ['DARK' as const] : []),
  ]
}
