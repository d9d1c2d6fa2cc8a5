import { expect, test } from 'vitest'
import { paperScale } from './paper-scale.ts'

const STAGE = { width: 800, height: 600 }

test('a page is shown whole, whatever its shape', () => {
  expect(paperScale({ width: 200, height: 300 }, STAGE, false)).toBe(2)
  expect(paperScale({ width: 400, height: 100 }, STAGE, false)).toBe(2)
})

test('a short roll is shown whole, a long one no smaller than it is, and never wider than the stage', () => {
  expect(paperScale({ width: 80, height: 100 }, STAGE, true)).toBe(6)
  expect(paperScale({ width: 80, height: 3_000 }, STAGE, true)).toBeCloseTo(3.78, 2)
  expect(paperScale({ width: 80, height: 3_000 }, { width: 240, height: 600 }, true)).toBe(3)
})

test('a stage without room yet asks for no negative size', () => {
  expect(paperScale({ width: 80, height: 100 }, { width: -32, height: -32 }, false)).toBeGreaterThan(0)
})
