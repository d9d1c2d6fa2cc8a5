import { expect, test, type Page } from '@playwright/test'
import { violations } from './axe.ts'
import { areWanted } from './pictures.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 960, height: 720 },
]

/** Axe finds nothing wrong with the screen as it is, light and dark, wide and narrow; and a picture of each, where somebody wants them. */
export async function look(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const path = test.info().outputPath(`${name}-${colorScheme}-${size.width}.png`)
      if (areWanted) await page.screenshot({ path, animations: 'disabled' })
      expect.soft(await violations(page, `${name} ${colorScheme}`)).toEqual([])
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}
