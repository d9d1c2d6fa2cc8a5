import { expect, test } from 'vitest'
import type { Mark } from '../../electron/reading/mrz/find/marks.ts'
import { fitLine, type TextLine } from '../../electron/reading/mrz/find/text-line.ts'
import { findZones } from '../../electron/reading/mrz/find/zones.ts'

/** A line of 44 characters of this height, 12 pixels apart, whose middle is at `y`. */
function line(y: number, height: number): TextLine {
  const marks = Array.from({ length: 44 }, (_, i): Mark => {
    const [left, top] = [100 + 12 * i, y - (height - 1) / 2]
    return { left, right: left + 6, top, bottom: top + height - 1, pixels: 5 * height }
  })
  const fitted = fitLine(marks)
  if (fitted === null) throw new Error('It is a straight line.')
  return fitted
}

test('two lines of faint ink, of which only the middle is seen, are a zone as those of dark ink are', () => {
  for (const height of [13, 7]) expect(findZones([line(500, height), line(530, height)], 800)).toHaveLength(1)
})

test('lines that are farther apart than those of a zone are none', () => {
  expect(findZones([line(500, 7), line(540, 7)], 800)).toEqual([])
})
