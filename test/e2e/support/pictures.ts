import { test, type Page } from '@playwright/test'

/** A picture of the screen as it is, light and dark, for whoever looks at the results. */
export async function picturesOf(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) })
  }
}
