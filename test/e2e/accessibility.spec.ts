import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { tour } from './support/tour.ts'

test('axe finds no violation on any screen, light and dark', async () => {
  test.setTimeout(600_000)
  const found: string[] = []
  const visited: string[] = []
  await tour(async (page, name) => {
    visited.push(name)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      for (const { id, nodes } of violations)
        found.push(`${name} ${colorScheme} ${id}: ${nodes[0]?.html.slice(0, 160)}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  })
  expect(visited.length).toBeGreaterThan(18)
  expect(found).toEqual([])
})
