import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string): string => readFileSync(root + file, 'utf8')

/** The entries of the list `files:` in electron-builder.yml. */
function packagedPatterns(): string[] {
  const [, list = ''] = /^files:\n((?: {2}- .*\n)+)/m.exec(read('electron-builder.yml')) ?? []
  return list
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/^- /, '').replaceAll("'", ''))
}

test('the package takes in the bundles, the migrations and package.json, and excludes from there on', () => {
  const included = packagedPatterns().filter((pattern) => !pattern.startsWith('!'))
  expect(included).toEqual(['out/**', 'migrations/**/*.sql', 'package.json'])
})

test('nothing that is bundled imports the double, the preview or any other part of the tests', () => {
  const bundled = globSync('{electron,renderer,shared}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: ['**/*.test.ts'],
  })
  expect(bundled.length).toBeGreaterThan(0)
  const guilty = bundled.filter((file) => /from '[^']*(\/test\/|playwright)|DOUBLE_/.test(read(file)))
  expect(guilty).toEqual([])
})

test('what the double needs is no dependency of the application', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(read('package.json'))
  expect(Object.keys(dependencies).filter((name) => /playwright|electron/.test(name))).toEqual([])
})
