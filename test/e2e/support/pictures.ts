import { test, type Page } from '@playwright/test'

/** Pictures are for whoever looks at them, and are taken where somebody asks: `PICTURES=1 npm run e2e -- limits`. */
export const areWanted = process.env['PICTURES'] === '1'

/** A picture of the screen as it is, light and dark, for whoever looks at the results. */
export async function picturesOf(page: Page, name: string): Promise<void> {
  if (!areWanted) return
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) })
  }
}
