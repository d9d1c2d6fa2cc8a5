import { expect, test } from 'vitest'
import { holdsDocument, stepOf, turned, unturned, wholePage, withCorner } from './corners.ts'

const size = { width: 300, height: 200 }

test('a corner of a page that is turned stands where it is seen, and comes back from there', () => {
  expect([0, 1, 2, 3].map((quarters) => turned([10, 20], size, quarters))).toEqual([
    [10, 20],
    [180, 10],
    [290, 180],
    [20, 290],
  ])
  for (const quarters of [0, 1, 2, 3])
    expect(unturned(turned([10, 20], size, quarters), size, quarters)).toEqual([10, 20])
})

test('a corner is put no farther than the page reaches', () => {
  expect(withCorner(wholePage(size), 1, [999, -4], size)).toEqual(wholePage(size))
  expect(withCorner(wholePage(size), 2, [100, 50], size)[2]).toEqual([100, 50])
})

test('arrow keys move a corner, others do not', () => {
  expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter'].map(stepOf)).toEqual([
    [0, -1],
    [0, 1],
    [-1, 0],
    [1, 0],
    null,
  ])
})

test('corners that cross, or lie on one line, hold no document', () => {
  expect(holdsDocument(wholePage(size), size)).toBe(true)
  const crossed = withCorner(withCorner(wholePage(size), 0, [300, 0], size), 1, [0, 0], size)
  expect(holdsDocument(crossed, size)).toBe(false)
  expect(holdsDocument(withCorner(wholePage(size), 2, [150, 0], size), size)).toBe(false)
})
