import { cellKinds } from '../../../shared/mrz/cells.ts'
import { FORMAT_NAMES, formatOf, type FormatName } from '../../../shared/mrz/formats.ts'
import { readFields } from '../../../shared/mrz/read-fields.ts'
import { medianOf, type TextLine, yAt } from './find/text-line.ts'
import type { Zone } from './find/zones.ts'
import { type Frame, frameBetween } from './line/frame.ts'
import { type Pyramid, samplerFor } from './line/pyramid.ts'
import { looksOn } from './look-on.ts'
import { findCells, readCells } from './line/read-line.ts'
import type { Network } from './network.ts'
import { seeCell } from './see-cells.ts'
import { settle } from './settle.ts'
import type { ReadZone } from './zone-reading.ts'

/** Boxes of ink cut an eighth of a pitch off a line's first and last cell. */
const CUT = 0.125

/** A line whose end is nearer to that of the zone than this, in pitches, has its own end; one that is farther lacks a character. */
const OWN_END = 0.6

/**
 * Where the zone begins and ends at the height of each of its lines, which stand at right angles to its sides. Of the ends that its lines
 * have, those count that are as far from each other as so many cells are long: a line may lack a character, or have other marks beside it.
 */
function endsOf(
  lines: readonly TextLine[],
  slope: number,
  columns: number,
): readonly (readonly [number, number])[] {
  const shifts = lines.map((line) => slope * yAt(line, (line.left + line.right) / 2))
  const length = (columns - 2 * CUT) * medianOf(lines.map(({ pitch }) => pitch))
  const lefts = lines.map((line, i) => line.left + (shifts[i] ?? 0))
  const rights = lines.map((line, i) => line.right + (shifts[i] ?? 0))
  const pairs = lefts.flatMap((left) => rights.map((right) => [left, right] as const))
  const off = ([left, right]: readonly [number, number]) => Math.abs(right - left - length)
  const [left, right] = pairs.toSorted((one, other) => off(one) - off(other))[0] ?? [0, 0]
  return shifts.map((shift) => [left - shift, right - shift])
}

/** Where a line lies when it has so many cells; `scale` leads from the reduced picture to the full one. */
function frameOf(
  line: TextLine,
  [left, right]: readonly [number, number],
  columns: number,
  scale: number,
): Frame {
  const pitch = (right - left) / (columns - 2 * CUT)
  const own = (mine: number, zone: number) => (Math.abs(mine - zone) < OWN_END * pitch ? mine : zone)
  const from = own(line.left, left) - CUT * pitch
  const to = own(line.right, right) + CUT * pitch
  const point = (x: number) => [x * scale, (yAt(line, x) + 0.5) * scale] as const
  return frameBetween(point(from), point(to), columns)
}

function judge(format: FormatName, likely: ReadZone['likely']): ReadZone {
  const kinds = cellKinds(format)
  const seen = likely.map((cells, line) => cells.map((cell, i) => seeCell(cell, kinds[line]?.[i] ?? 'any')))
  const plain = judgeSeen(format, seen, likely)
  const settled = settle(plain)
  return settled === seen ? plain : judgeSeen(format, settled, likely)
}

function judgeSeen(format: FormatName, seen: ReadZone['seen'], likely: ReadZone['likely']): ReadZone {
  const lines = seen.map((cells) => cells.map(({ character }) => character).join(''))
  const { fields, isCompositeRight } = readFields(format, lines)
  const says = Object.values(fields).flatMap(({ digit }) => (digit === 'none' ? [] : [digit === 'right']))
  const all = [...says, isCompositeRight]
  const sure = seen.flat().map(({ confidence }) => confidence)
  return {
    format,
    lines,
    seen,
    likely,
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
  const slope = medianOf(lines.map((line) => line.slope))
  const ends = endsOf(lines, slope, columns)
  const [left = 0, right = 0] = ends[0] ?? []
  const sample = samplerFor(pyramid, ((right - left) * Math.hypot(1, slope) * scale) / columns)
  const frames = lines.map((line, i) => frameOf(line, ends[i] ?? [left, right], columns, scale))
  const kinds = cellKinds(format)
  const found = frames.flatMap((frame, i) => {
    const places = findCells(network, sample, frame, kinds[i] ?? [])
    return places === null ? [] : [{ frame, places }]
  })
  if (found.length < lines.length) return null
  const looks = looksOn(format, found, sample)
  return judge(
    format,
    looks.map((look) => readCells(network, look, columns)),
  )
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
