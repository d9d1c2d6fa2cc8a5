import { expect, test } from '@playwright/test'
import { violationsOn } from './support/axe.ts'
import { tourOfWork } from './support/tour-of-work.ts'

test('axe finds no violation on any screen of a branch in the middle of its work, light and dark, and no key of the bar is cut', async () => {
  test.setTimeout(600_000)
  const { visit, visited, found } = violationsOn()
  await tourOfWork(visit)
  expect(visited.length).toBeGreaterThan(25)
  expect(found).toEqual([])
})
