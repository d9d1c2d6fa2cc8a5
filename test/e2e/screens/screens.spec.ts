import { mkdirSync } from 'node:fs'
import { test } from '@playwright/test'
import { tour } from '../support/tour.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
]

test('a picture of every screen, light and dark, in both sizes', async () => {
  test.setTimeout(600_000)
  mkdirSync('screenshots', { recursive: true })
  await tour(async (page, name) => {
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
  })
})
