import { mkdirSync } from 'node:fs'
import { test } from '@playwright/test'
import { tourOfBackups } from '../support/tour-of-backups.ts'
import { tourOfKyc } from '../support/tour-of-kyc.ts'
import { tourOfWork } from '../support/tour-of-work.ts'
import { tour, type Visit } from '../support/tour.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
]

const TOURS = {
  'every screen': tour,
  'a branch in the middle of its work': tourOfWork,
  'what compliance has to do': tourOfKyc,
  'backups, and a computer that is restored': tourOfBackups,
}

for (const [what, visitAll] of Object.entries(TOURS))
  test(`pictures of ${what}, light and dark, in both sizes`, async () => {
    test.setTimeout(600_000)
    mkdirSync('screenshots', { recursive: true })
    await visitAll(take)
  })

const take: Visit = async (page, name) => {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({
        path: `screenshots/${name}-${colorScheme}-${size.width}.png`,
        animations: 'disabled',
      })
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}
