import { heightOf, type Mark, widthOf } from './marks.ts'
import { fitLine, LEAST_MARKS, type TextLine, yAt } from './text-line.ts'

/** Whether a mark may be a character, or a few that touch, in a picture so large. */
function mayBeText(mark: Mark, width: number, height: number): boolean {
  const high = heightOf(mark)
  const wide = widthOf(mark)
  const isSized = high >= 4 && high <= height / 8 && wide <= high * 14 && wide <= width / 2
  return isSized && mark.pixels >= 6 && mark.pixels / (wide * high) > 0.12
}

/** Whether `right` may be the next character after `left`: alike in height, on one level, and not far. */
function areNeighbours(left: Mark, right: Mark): boolean {
  const least = Math.min(heightOf(left), heightOf(right))
  const most = Math.max(heightOf(left), heightOf(right))
  const gap = right.left - left.right
  if (least < 0.5 * most || gap > 1.7 * most || gap < -0.6 * most) return false
  return Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top) + 1 >= 0.5 * least
}

/** Groups what hangs together: a union of sets by their roots. */
function groupsOf(marks: readonly Mark[], reach: number): Mark[][] {
  const parents = marks.map((_, i) => i)
  const rootOf = (at: number): number => {
    const parent = parents[at] ?? at
    return parent === at ? at : (parents[at] = rootOf(parent))
  }
  for (const [i, left] of marks.entries())
    for (let j = i + 1; j < marks.length; j++) {
      const right = marks[j]
      if (right === undefined || right.left - left.right > reach) break
      if (areNeighbours(left, right)) parents[rootOf(i)] = rootOf(j)
    }
  return [...Map.groupBy(marks.keys(), rootOf).values()].map((group) => group.flatMap((i) => marks[i] ?? []))
}

/** The lines of text in a picture so large. */
export function findLines(marks: readonly Mark[], width: number, height: number): TextLine[] {
  const text = marks.filter((mark) => mayBeText(mark, width, height)).toSorted((a, b) => a.left - b.left)
  const groups = groupsOf(text, height / 8).filter((group) => group.length >= LEAST_MARKS)
  return joinPieces(groups.flatMap((group) => fitLine(group) ?? []))
}

/** Whether two pieces are of one line that a fold or a reflection cut. */
function goOn(left: TextLine, right: TextLine): TextLine | null {
  const high = Math.max(left.height, right.height)
  const gap = right.left - left.right
  if (gap < -left.height || gap > 9 * left.height || Math.min(left.height, right.height) < 0.6 * high)
    return null
  const between = (left.right + right.left) / 2
  if (Math.abs(yAt(left, between) - yAt(right, between)) > 0.6 * high) return null
  if (Math.abs(left.slope - right.slope) > 0.12) return null
  const joined = fitLine([...left.marks, ...right.marks])
  const kept = (left.marks.length + right.marks.length) * 0.8
  return joined !== null && joined.marks.length >= kept ? joined : null
}

function joinPieces(lines: readonly TextLine[]): TextLine[] {
  for (const left of lines)
    for (const right of lines) {
      const joined = left === right ? null : goOn(left, right)
      if (joined !== null)
        return joinPieces([...lines.filter((line) => line !== left && line !== right), joined])
    }
  return [...lines]
}
