import type { Corners } from '../../../shared/reading/page.ts'
import { medianOf, yAt } from '../mrz/find/text-line.ts'
import type { Zone } from '../mrz/find/zones.ts'

/**
 * Millimetres (ICAO 9303-4, -5, -6): the page, from the middle of its zone to its lower edge, about which printers differ, and how long the
 * lines of the zone are.
 */
const PAGES = {
  TD3: { wide: 125, high: 88, below: 10.3, line: 111.8 },
  TD2: { wide: 105, high: 74, below: 10.3, line: 91.4 },
  TD1: { wide: 85.6, high: 54, below: 9.6, line: 76.2 },
} as const

/** A zone of three lines is a card; two lines are told apart by how many pitches they are long. */
function pageOf({ lines }: Zone, length: number, pitch: number) {
  if (lines.length === 3) return PAGES.TD1
  return Math.abs(length / pitch - 44) < Math.abs(length / pitch - 36) ? PAGES.TD3 : PAGES.TD2
}

/** Where a document would lie by its zone, and how many pixels a millimetre has. */
export type Predicted = { readonly corners: Corners; readonly perMillimetre: number }

/**
 * Where the document lies whose zone this is, as if seen from straight above; `isOnItsHead` when the zone is read from the other side. In
 * pixels of the picture that was searched.
 */
export function predict(zone: Zone, isOnItsHead: boolean): Predicted {
  const { lines } = zone
  const slope = lines.reduce((sum, line) => sum + line.slope, 0) / lines.length
  const stretch = Math.hypot(1, slope)
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const middleX = (left + right) / 2
  const middleY = lines.reduce((sum, line) => sum + yAt(line, middleX), 0) / lines.length
  const length = (right - left) * stretch
  const { wide, high, below, line } = pageOf(
    zone,
    length,
    medianOf(lines.map(({ pitch }) => pitch)) * stretch,
  )
  const scale = length / line
  const turned = isOnItsHead ? -1 : 1
  const along = [turned / stretch, (turned * slope) / stretch] as const
  const at = (x: number, y: number): [number, number] => [
    middleX + scale * (x * along[0] - y * along[1]),
    middleY + scale * (x * along[1] + y * along[0]),
  ]
  const [half, top] = [wide / 2, below - high]
  return { corners: [at(-half, top), at(half, top), at(half, below), at(-half, below)], perMillimetre: scale }
}
