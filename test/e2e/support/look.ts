import { expect, test, type Page } from '@playwright/test'
import { violations } from './axe.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 960, height: 720 },
]

/** A picture of the screen as it is, light and dark, wide and narrow; axe finds nothing wrong with any of them. */
export async function look(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({
        path: test.info().outputPath(`${name}-${colorScheme}-${size.width}.png`),
        animations: 'disabled',
      })
      expect.soft(await violations(page, `${name} ${colorScheme}`)).toEqual([])
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}
