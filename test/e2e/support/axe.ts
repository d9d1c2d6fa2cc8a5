import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import { cutKeys } from './key-bar.ts'
import type { Visit } from './tour.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A theme changes colours and nothing else: once all of axe's rules were asked in one, these are left for the other. */
const RULES_OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** A visit of a tour that asks axe about each screen, light and dark, and looks whether all keys of the bar are seen; what was found. */
export function violationsOn() {
  const found: string[] = []
  const visited: string[] = []
  const visit: Visit = async (page, name) => {
    visited.push(name)
    await page.emulateMedia({ colorScheme: 'dark' })
    found.push(...(await violations(page, `${name} dark`, RULES_OF_COLOURS)))
    await page.emulateMedia({ colorScheme: 'light' })
    found.push(...(await violations(page, `${name} light`)))
    found.push(...(await cutKeys(page)).map((key) => `${name} cut key ${key}`))
  }
  return { visit, visited, found }
}

/**
 * What axe finds on the screen once nothing moves, by all of its rules or by these. It is loaded once into a document, which has no
 * frames: half a megabyte for every question costs more than the question.
 */
export async function violations(
  page: Page,
  name: string,
  rules: readonly string[] | null = null,
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const found = await page.evaluate(async (only) => {
    const { axe: loaded } = globalThis as unknown as { readonly axe: typeof axe }
    // A colour that is on its way from one theme to the other is neither's.
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish()
    const wanted = only === null ? {} : { runOnly: [...only] }
    const result = await loaded.run(document, { resultTypes: ['violations'], ...wanted })
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  }, rules)
  return found.map((text) => `${name} ${text}`)
}
