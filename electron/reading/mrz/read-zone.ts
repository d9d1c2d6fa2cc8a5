import { cellKinds } from '../../../shared/mrz/cells.ts'
import { FORMAT_NAMES, formatOf, type FormatName } from '../../../shared/mrz/formats.ts'
import { readFields, type ReadFields } from '../../../shared/mrz/read-fields.ts'
import type { SeenCell } from '../../../shared/mrz/vouched.ts'
import { medianOf, type TextLine, yAt } from './find/text-line.ts'
import type { Zone } from './find/zones.ts'
import { type Frame, frameBetween } from './line/frame.ts'
import { type Pyramid, samplerFor } from './line/pyramid.ts'
import { type LineRead, readLine } from './line/read-line.ts'
import type { Network } from './network.ts'
import { seeCell } from './see-cells.ts'

export type ReadZone = {
  readonly format: FormatName
  readonly lines: readonly string[]
  readonly seen: readonly (readonly SeenCell[])[]
  /** What the network says of each cell, line by line. */
  readonly likely: readonly (readonly Float64Array[])[]
  readonly fields: ReadFields
  readonly isCompositeRight: boolean
  /** The mean confidence of its cells, from 0 to 1. */
  readonly sureness: number
  /** The share of its check digits that agree, the composite one among them. */
  readonly digits: number
}

/** Boxes of ink cut an eighth of a pitch off a line's first and last cell. */
const CUT = 0.125

/** Where a line lies when it has so many cells; `scale` leads from the reduced picture to the full one. */
function frameOf(line: TextLine, left: number, right: number, columns: number, scale: number): Frame {
  const pitch = (right - left) / (columns - 2 * CUT)
  // A line that is as long as the zone has its own ends; a shorter one, which begins or ends with something unreadable, has the zone's.
  const own = (mine: number, zone: number) => (Math.abs(mine - zone) < 1.2 * pitch ? mine : zone)
  const from = own(line.left, left) - CUT * pitch
  const to = own(line.right, right) + CUT * pitch
  const point = (x: number) => [x * scale, (yAt(line, x) + 0.5) * scale] as const
  return frameBetween(point(from), point(to), columns)
}

function judge(format: FormatName, reads: readonly LineRead[]): ReadZone {
  const kinds = cellKinds(format)
  const seen = reads.map(({ cells }, line) =>
    cells.map((cell, i) => seeCell(cell, kinds[line]?.[i] ?? 'any')),
  )
  const lines = seen.map((cells) => cells.map(({ character }) => character).join(''))
  const { fields, isCompositeRight } = readFields(format, lines)
  const says = [
    ...Object.values(fields).flatMap(({ digit }) => (digit === 'none' ? [] : [digit === 'right'])),
  ]
  const all = [...says, isCompositeRight]
  const sure = seen.flat().map(({ confidence }) => confidence)
  return {
    format,
    lines,
    seen,
    likely: reads.map(({ cells }) => cells),
    fields,
    isCompositeRight,
    sureness: sure.reduce((sum, each) => sum + each, 0) / sure.length,
    digits: all.filter(Boolean).length / all.length,
  }
}

function readAs(
  format: FormatName,
  network: Network,
  pyramid: Pyramid,
  { lines }: Zone,
  scale: number,
): ReadZone | null {
  const { columns } = formatOf(format)
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const slope = medianOf(lines.map((line) => line.slope))
  const sample = samplerFor(pyramid, ((right - left) * Math.hypot(1, slope) * scale) / columns)
  const kinds = cellKinds(format)
  const reads: LineRead[] = []
  for (const [i, line] of lines.entries()) {
    const read = readLine(network, sample, frameOf(line, left, right, columns, scale), kinds[i] ?? [])
    if (read === null) return null
    reads.push(read)
  }
  return judge(format, reads)
}

/** A zone's worth as a reading: how sure its cells are, and how many digits agree. */
export const worthOf = ({ sureness, digits }: ReadZone) => sureness + 0.3 * digits

/** How far from the length of the zone in pitches a format's columns may be. */
const LIKELY_LENGTH = 0.3

/** Reads a zone in each format that has as many lines and about as many columns; the best reading wins. */
export function readZone(network: Network, pyramid: Pyramid, zone: Zone, scale: number): ReadZone | null {
  const { lines } = zone
  const length = Math.max(...lines.map((line) => line.right)) - Math.min(...lines.map((line) => line.left))
  const cells = length / medianOf(lines.map(({ pitch }) => pitch))
  const fitting = FORMAT_NAMES.filter((name) => formatOf(name).lines === lines.length)
  const near = fitting.filter((name) => Math.abs(cells / formatOf(name).columns - 1) <= LIKELY_LENGTH)
  const reads = (near.length > 0 ? near : fitting).flatMap(
    (name) => readAs(name, network, pyramid, zone, scale) ?? [],
  )
  return reads.toSorted((a, b) => worthOf(b) - worthOf(a))[0] ?? null
}
