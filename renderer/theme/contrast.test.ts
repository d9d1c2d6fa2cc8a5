import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** WCAG 2.2, 1.4.3: text of ordinary size has a contrast of at least 4.5 to what it stands on. */
const LEAST = 4.5

const css = readFileSync(join(import.meta.dirname, 'theme-variables.css'), 'utf8')

/** The colours of the theme, by name, in light or in dark. */
function tokensOf(scheme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const [, block = ''] = new RegExp(`scheme='${scheme}'\\] \\{([^}]*--x-canvas[^}]*)\\}`).exec(css) ?? []
  return new Map(
    [...block.matchAll(/--x-([\w-]+): (#\w{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
}

const luminance = (hex = '') => {
  const [red = 0, green = 0, blue = 0] = (hex.match(/\w\w/g) ?? []).map((part) => {
    const share = Number.parseInt(part, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string | undefined, other: string | undefined): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const inks = ['ink1', 'ink2', 'ink3', 'accent', 'ok', 'warn', 'bad']
const papers = ['canvas', 'surface', 'sunken']
const pairs = [
  ...inks.flatMap((ink) => papers.map((paper) => [ink, paper] as const)),
  ['on-soft', 'soft'],
  ['ok', 'ok-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
] as const

describe.each(['light', 'dark'] as const)('in the %s theme', (scheme) => {
  const tokens = tokensOf(scheme)
  test.each(pairs)('%s is legible on %s', (ink, paper) => {
    expect(contrast(tokens.get(ink), tokens.get(paper))).toBeGreaterThanOrEqual(LEAST)
  })
})
