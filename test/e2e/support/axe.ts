import { AxeBuilder } from '@axe-core/playwright'
import { cutKeys } from './key-bar.ts'
import type { Visit } from './tour.ts'

/** A visit of a tour that asks axe about each screen, light and dark, and looks whether all keys of the bar are seen; what was found. */
export function violationsOn() {
  const found: string[] = []
  const visited: string[] = []
  const visit: Visit = async (page, name) => {
    visited.push(name)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      for (const { id, nodes } of violations)
        found.push(`${name} ${colorScheme} ${id}: ${nodes[0]?.html.slice(0, 160)}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
    found.push(...(await cutKeys(page)).map((key) => `${name} cut key ${key}`))
  }
  return { visit, visited, found }
}
