import { heightOf, type Mark, middleX, middleY, widthOf } from './marks.ts'

/** Marks on one straight line: y = slope · x + offset through their middles. Lengths in pixels. */
export type TextLine = {
  readonly slope: number
  readonly offset: number
  readonly height: number
  readonly left: number
  readonly right: number
  /** From one character to the next. */
  readonly pitch: number
  readonly marks: readonly Mark[]
}
export const yAt = ({ slope, offset }: Pick<TextLine, 'slope' | 'offset'>, x: number) => slope * x + offset
export const lengthOf = ({ left, right }: TextLine) => right - left

export const medianOf = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Fewer marks are no line of a zone, which has 30 at least. */
export const LEAST_MARKS = 6
const ROUNDS = 3

/** The straight line with the least squared distance, a wide mark weighing more; null where all stand above each other. */
function leastSquares(marks: readonly Mark[]): { slope: number; offset: number } | null {
  let [weight, sumX, sumY, squares, products] = [0, 0, 0, 0, 0]
  for (const mark of marks) {
    const own = widthOf(mark)
    weight += own
    sumX += own * middleX(mark)
    sumY += own * middleY(mark)
    squares += own * middleX(mark) ** 2
    products += own * middleX(mark) * middleY(mark)
  }
  const spread = weight * squares - sumX * sumX
  if (Math.abs(spread) < 1e-6) return null
  const slope = (weight * products - sumX * sumY) / spread
  return { slope, offset: (sumY - slope * sumX) / weight }
}

function pitchOf(marks: readonly Mark[], height: number): number {
  const single = marks.filter((mark) => widthOf(mark) < 1.3 * heightOf(mark))
  const places = single.map(middleX).toSorted((a, b) => a - b)
  const steps = places.slice(1).map((place, i) => place - (places[i] ?? 0))
  return steps.length > 4 ? medianOf(steps) : height
}

/** The line through these marks, leaving out in three rounds what is too far from it; null when fewer than six are left. */
export function fitLine(all: readonly Mark[]): TextLine | null {
  let marks = all
  let line = { slope: 0, offset: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const fitted = leastSquares(marks)
    if (fitted === null) return null
    line = fitted
    const near = Math.max(2, 0.45 * medianOf(marks.map(heightOf)))
    marks = all.filter((mark) => Math.abs(middleY(mark) - yAt(line, middleX(mark))) < near)
    if (marks.length < LEAST_MARKS) return null
  }
  const height = medianOf(marks.map(heightOf))
  return {
    ...line,
    height,
    left: Math.min(...marks.map((mark) => mark.left)),
    right: Math.max(...marks.map((mark) => mark.right)) + 1,
    pitch: pitchOf(marks, height),
    marks,
  }
}
