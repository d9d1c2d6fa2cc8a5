import { expect, test } from 'vitest'
import { type Match, planeThrough } from '../../electron/reading/mrz/line/plane.ts'

/** A zone of two lines seen from the side: what is farther right is smaller, and lower down too. */
const seen = (along: number, down: number): readonly [number, number] => {
  const depth = 1 + 0.004 * along + 0.01 * down
  return [(100 + 20 * along - 3 * down) / depth, (700 + 2 * along + 19 * down) / depth]
}
const cells = (bend: (along: number) => number): Match[] =>
  [0, 2.5].flatMap((down) =>
    Array.from({ length: 44 }, (_, along) => {
      const [x, y] = seen(along, down)
      return { along, down, x, y: y + bend(along) }
    }),
  )

test('the plane leads to every place of the zone, also beside the middles of its cells', () => {
  const place = planeThrough(
    cells(() => 0),
    20,
  )
  for (const [along, down] of [
    [0, 0],
    [43, 2.5],
    [10.3, -0.8],
    [44.2, 3.4],
  ] as const) {
    const [x, y] = place?.(along, down) ?? [0, 0]
    const [trueX, trueY] = seen(along, down)
    expect(Math.hypot(x - trueX, y - trueY)).toBeLessThan(1e-6)
  }
})

test('a cell that was found at a wrong place moves no other', () => {
  const matches = cells(() => 0).map((match, i) => (i === 7 ? { ...match, y: match.y + 14 } : match))
  const [x, y] = planeThrough(matches, 20)?.(7, 0) ?? [0, 0]
  const [trueX, trueY] = seen(7, 0)
  expect(Math.hypot(x - trueX, y - trueY)).toBeLessThan(0.1)
})

test('a page that bends lies on no plane', () => {
  const bent = cells((along) => 16 * Math.sin((along / 43) * Math.PI))
  expect(planeThrough(bent, 20)).toBeNull()
})
