import { lengthOf, type TextLine, yAt } from './text-line.ts'

/** Two or three long lines of one length, one below the other: what a machine-readable zone looks like. The best has the highest score. */
export type Zone = { readonly lines: readonly TextLine[]; readonly score: number }

const MOST_LINES = 14

/** How much of the longer line the two share, from 0 to 1. */
function shareOf(one: TextLine, other: TextLine): number {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  return shared / Math.max(lengthOf(one), lengthOf(other))
}

/** How far `lower` is below `upper`, in pixels, where both are. */
function distance(upper: TextLine, lower: TextLine): number {
  const middle = (Math.max(upper.left, lower.left) + Math.min(upper.right, lower.right)) / 2
  return yAt(lower, middle) - yAt(upper, middle)
}

function isPair(upper: TextLine, lower: TextLine): boolean {
  const high = (upper.height + lower.height) / 2
  const below = distance(upper, lower)
  // Of faint ink only the middle of each stroke is dark, so that a line looks lower than it is; its pitch stays.
  const most = Math.max(4.2 * high, 3.1 * Math.min(upper.pitch, lower.pitch))
  const isNear = below >= 1.15 * high && below <= most
  return isNear && Math.abs(upper.slope - lower.slope) <= 0.08 && shareOf(upper, lower) >= 0.55
}

function zoneOf(lines: readonly TextLine[], shares: readonly number[], factor: number, usual: number): Zone {
  const length = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left))
  const marks = lines.reduce((sum, line) => sum + line.marks.length, 0)
  const share = shares.reduce((product, each) => product * each, 1)
  return { lines, score: factor * length * share * Math.min(1, marks / usual) }
}

function withThird(lines: readonly TextLine[], upper: TextLine, middle: TextLine): Zone[] {
  return lines
    .filter((third) => third !== upper && third !== middle)
    .filter((third) => {
      const ratio = distance(middle, third) / distance(upper, middle)
      return ratio >= 0.7 && ratio <= 1.4 && shareOf(middle, third) >= 0.55
    })
    .map((third) =>
      zoneOf([upper, middle, third], [shareOf(upper, middle), shareOf(middle, third)], 1.25, 60),
    )
}

/** The zones that the lines of a picture so wide may be, best first. */
export function findZones(lines: readonly TextLine[], width: number): Zone[] {
  const long = lines
    .filter((line) => lengthOf(line) > 10 * line.height && lengthOf(line) > width / 4)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, MOST_LINES)
  const pairs = long.flatMap((upper) =>
    long.filter((lower) => lower !== upper && isPair(upper, lower)).map((lower) => [upper, lower] as const),
  )
  return pairs
    .flatMap(([upper, lower]) => [
      zoneOf([upper, lower], [shareOf(upper, lower)], 1, 50),
      ...withThird(long, upper, lower),
    ])
    .toSorted((a, b) => b.score - a.score)
}
