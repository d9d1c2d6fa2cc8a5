import { AxeBuilder } from '@axe-core/playwright'
import type { Visit } from './tour.ts'

/** A visit of a tour that asks axe about each screen, light and dark, and what it found. */
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
  }
  return { visit, visited, found }
}
