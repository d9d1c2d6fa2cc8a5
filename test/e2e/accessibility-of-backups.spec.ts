import { expect, test } from '@playwright/test'
import { violationsOn } from './support/axe.ts'
import { tourOfBackups } from './support/tour-of-backups.ts'

test('set-up leads to the sheet, the folder and a proved backup, another computer is restored from it, and axe finds no violation on the way', async () => {
  test.setTimeout(600_000)
  const { visit, visited, found } = violationsOn()
  await tourOfBackups(visit)
  expect(visited.length).toBeGreaterThan(9)
  expect(found).toEqual([])
})
