import { expect, test } from '@playwright/test'
import { violationsOn } from './support/axe.ts'
import { tourOfKyc } from './support/tour-of-kyc.ts'

test('axe finds no violation on any screen of compliance, light and dark, no key of the bar is cut, and the key is changed by keys alone', async () => {
  test.setTimeout(600_000)
  const { visit, visited, found } = violationsOn()
  await tourOfKyc(visit)
  expect(visited.length).toBeGreaterThan(40)
  expect(found).toEqual([])
})
