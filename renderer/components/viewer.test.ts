import { expect, test } from 'vitest'
import { fitScale, nextRotation, sharpScale, stepZoom, rotatedSize, type Rotation } from './preview/fit.ts'

const stage = { width: 800, height: 400 }

test('a page fits its stage, also when it is rotated by 90 degrees', () => {
  expect(fitScale({ width: 400, height: 800 }, stage, 0)).toBe(0.5)
  expect(fitScale({ width: 400, height: 800 }, stage, 90)).toBe(1)
  expect(rotatedSize({ width: 400, height: 800 }, 270)).toEqual({ width: 800, height: 400 })
})

test('a tiny picture is not enlarged, and a picture without a size is accepted', () => {
  expect(fitScale({ width: 10, height: 10 }, stage, 0)).toBe(2)
  expect(fitScale({ width: 0, height: 0 }, stage, 0)).toBe(1)
})

test('four rotations return to the start, and zooming stays at its ends', () => {
  const rotations: Rotation[] = [0]
  for (let i = 0; i < 4; i++) rotations.push(nextRotation(rotations.at(-1) ?? 0))
  expect(rotations).toEqual([0, 90, 180, 270, 0])
  expect(stepZoom(1, 1)).toBe(1.25)
  expect(stepZoom(1, -1)).toBe(0.75)
  expect(stepZoom(4, 1)).toBe(4)
  expect(stepZoom(0.5, -1)).toBe(0.5)
})

test('a page is drawn as sharp as the display, until the canvas would become too large', () => {
  expect(sharpScale(600, 800, 1.5, 2)).toBe(3)
  const scale = sharpScale(600, 800, 40, 2)
  expect(600 * scale * 800 * scale).toBeCloseTo(24_000_000)
})
