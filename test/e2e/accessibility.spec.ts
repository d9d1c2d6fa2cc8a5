import { expect, test } from '@playwright/test'
import { violationsOn } from './support/axe.ts'
import { tour } from './support/tour.ts'

test('axe finds no violation on any screen, light and dark, and no key of the bar is cut', async () => {
  test.setTimeout(600_000)
  const { visit, visited, found } = violationsOn()
  await tour(visit)
  expect(visited.length).toBeGreaterThan(18)
  expect(found).toEqual([])
})
