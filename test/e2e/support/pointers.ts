import type { Page } from '@playwright/test'

/** Watches from here on whether a pointer is pressed. In the page: a function exposed to it would be one more binding beside the application's own. */
export const watchPointers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.body.dataset['pointers'] = 'none'
    addEventListener('pointerdown', () => (document.body.dataset['pointers'] = 'used'), true)
  })

/** `none` or `used` since `watchPointers`. */
export const pointersUsed = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.body.dataset['pointers'])
