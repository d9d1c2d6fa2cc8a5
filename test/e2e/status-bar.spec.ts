import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { launchBranch } from './support/begin.ts'
import { withLedger } from './support/books.ts'
import { call } from './support/call.ts'
import { signInAs } from './support/seed.ts'

const BRANCH = 'Kungsholmen, Fridhemsplan Nord' // thirty letters
const SUPERVISOR = 'Samuel Okafor Lindqvist'

/** Texts of the bar that are drawn in less room than they need, and whether the bar goes on past the window. */
const cutIn = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('header')
    if (bar === null) return ['no bar']
    const cut = [bar, ...bar.querySelectorAll('*')].filter(
      (part) =>
        part.scrollWidth > part.clientWidth &&
        part.clientWidth > 0 &&
        // What is for screen readers alone is drawn nowhere.
        getComputedStyle(part).clipPath === 'none',
    )
    const past = [...bar.children].filter((part) => part.getBoundingClientRect().right > innerWidth)
    return [...cut, ...past].map((part) => part.textContent)
  })

test('nothing of the status bar is cut with a long branch name, what waits for approval, and a mark of Health', async () => {
  const { page, close, userData } = await launchBranch()
  const bar = page.locator('header')
  try {
    await withLedger(userData, (client) =>
      client.query(`UPDATE corex.branches SET name = '${BRANCH}';
        UPDATE corex.users SET full_name = '${SUPERVISOR}' WHERE role = 'SUPERVISOR'`),
    )
    await signInAs(page, 'admin')
    await call(page, 'branches.proposeTolerance', { key: randomUUID(), tolerance: '5.00' })
    await signInAs(page, 'supervisor')
    await expect(bar.getByText(SUPERVISOR)).toBeVisible()
    await expect(bar.getByRole('button', { name: '1 to approve' })).toBeVisible()
    await expect(bar.getByRole('button', { name: /^Health/ })).toBeVisible()
    for (const width of [1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => cutIn(page)).toEqual([])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({
          path: test.info().outputPath(`bar-${width}-${colorScheme}.png`),
          clip: { x: 0, y: 0, width, height: 120 },
        })
      }
    }
    // On a wide window the words stand beside the numbers.
    await expect(bar.getByText('1 to approve')).toBeVisible()
  } finally {
    await close()
  }
})
