import type { Page } from '@playwright/test'

const WIDTHS = [1280, 960]

/** The keys of the bar that are not seen whole in a narrow window, but for those that yield their place on purpose. */
export async function cutKeys(page: Page): Promise<string[]> {
  const size = page.viewportSize()
  const cut: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const texts = await page.evaluate(async () => {
      // The bar is arranged once the new width is observed.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      return [...document.querySelectorAll('footer')].flatMap((bar) => {
        const { bottom, right } = bar.getBoundingClientRect()
        const keys = [...bar.querySelectorAll('button:not([data-left-out])')]
        const isCut = (key: Element) => {
          const box = key.getBoundingClientRect()
          return box.bottom > bottom || box.right > right
        }
        return keys.filter(isCut).map((key) => key.textContent)
      })
    })
    cut.push(...texts.map((text) => `${String(width)}: ${text}`))
  }
  if (size !== null) await page.setViewportSize(size)
  return cut
}
